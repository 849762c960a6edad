// What this package needs of Next's surroundings, by shape: the official types meet these, and
// without an annotation handlers are typed by them.

/** What Next adds to every `Request`; annotate a handler with `NextRequest` for all of it. */
export interface NextRequestLike extends Request {
  readonly nextUrl: URL & { clone(): URL };
  readonly cookies: {
    get(name: string): CookieLike | undefined;
    getAll(): CookieLike[];
    has(name: string): boolean;
  };
}

/** A cookie of a request. */
export interface CookieLike {
  readonly name: string;
  readonly value: string;
}

/** The dynamic segments of a path; a handler's annotation says which there are. */
export type RouteParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The second argument of a route handler. */
export interface RouteContextLike {
  readonly params: Promise<RouteParams>;
}

/** What a proxy gets besides the request. */
export interface ProxyEventLike {
  waitUntil(promise: Promise<unknown>): void;
}
