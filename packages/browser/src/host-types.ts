/**
 * The types of the platform as its user has them: DOM's, a runtime's, or the few members named here
 * where there are none. Every declaration of this package names these, so that none of it depends on
 * a library of types.
 */

/** `fetch` of the platform. */
export type HostFetch = typeof globalThis extends {
  fetch: infer Fetch extends (...args: never[]) => unknown;
}
  ? Fetch
  : (input: string | HostUrlLike | HostRequestLike, init?: object) => Promise<HostResponseLike>;

type HostInput = Parameters<HostFetch>[0];
type HostInit = NonNullable<Parameters<HostFetch>[1]>;

/** What the platform's `fetch` takes. */
export type HostRequestInit = HostInit;
/** `Request` of the platform. */
export type HostRequest = Extract<HostInput, { readonly method: string; readonly url: string }>;
/** `Response` of the platform. */
export type HostResponse = Awaited<ReturnType<HostFetch>>;
/** `Headers` of the platform. */
export type HostHeaders = HostResponse["headers"];
/** `AbortSignal` of the platform. */
export type HostSignal = HostRequest["signal"];
/** `ReadableStream` of bytes of the platform. */
export type HostStream = NonNullable<HostResponse["body"]>;
/** What can be the body of a request on the platform. */
export type HostBody = HostInit extends { body?: infer Body } ? NonNullable<Body> : unknown;
/** `Blob` of the platform. */
export type HostBlob = Awaited<ReturnType<HostResponse["blob"]>>;

/** `URL` of the platform. */
export type HostUrl = Extract<HostInput, { readonly href: string }>;

/** The members of `URL` that are looked at. */
export interface HostUrlLike {
  readonly href: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

interface HeadersLike extends Iterable<[string, string]> {
  get(name: string): string | null;
  has(name: string): boolean;
}

interface BlobLike {
  readonly size: number;
  readonly type: string;
}

interface SignalLike {
  readonly aborted: boolean;
}

interface BodyLike {
  readonly headers: HeadersLike;
  readonly body: object | null;
  text(): Promise<string>;
  json(): Promise<unknown>;
  arrayBuffer(): Promise<ArrayBuffer>;
  blob(): Promise<BlobLike>;
}

/** The members of `Request` that every platform has. */
export interface HostRequestLike extends BodyLike {
  readonly method: string;
  readonly url: string;
  readonly signal: SignalLike;
}

/** The members of `Response` that every platform has. */
export interface HostResponseLike extends BodyLike {
  readonly status: number;
  readonly statusText: string;
  readonly ok: boolean;
  readonly type: string;
  readonly url: string;
  readonly redirected: boolean;
}

/** `ReferrerPolicy` of the standard. */
export type ReferrerPolicyName =
  | ""
  | "no-referrer"
  | "no-referrer-when-downgrade"
  | "origin"
  | "origin-when-cross-origin"
  | "same-origin"
  | "strict-origin"
  | "strict-origin-when-cross-origin"
  | "unsafe-url";
/** `RequestCache` of the standard. */
export type CacheMode =
  | "default"
  | "no-store"
  | "reload"
  | "no-cache"
  | "force-cache"
  | "only-if-cached";
/** `RequestCredentials` of the standard. */
export type CredentialsMode = "omit" | "same-origin" | "include";
/** `RequestRedirect` of the standard. */
export type RedirectMode = "follow" | "error" | "manual";
