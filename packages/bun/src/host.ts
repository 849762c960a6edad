// The part of Bun that this package needs, by shape. The official types fit it. Without them,
// handlers still have types.

export type AnswerLike = Response | undefined | void | Promise<Response | undefined | void>;

/** What can be sent through a WebSocket. */
export type MessageLike = string | ArrayBuffer | BytesLike;

/** `Uint8Array<ArrayBuffer>`, in words that compilers before 5.7 know too. */
export type BytesLike = ReturnType<Uint8Array["slice"]>;

/** What `new Headers` takes: its name in `lib.dom.d.ts` is not one of Bun's globals. */
type HeadersLike = NonNullable<ConstructorParameters<typeof Headers>[0]>;

/** What `Bun.serve` returns, and gives to every handler. */
export interface ServerLike<Data = undefined> {
  readonly url: URL;
  readonly hostname: string | undefined;
  readonly port: number | undefined;
  readonly development: boolean;
  readonly pendingRequests: number;
  readonly pendingWebSockets: number;
  /** Makes a WebSocket of the request; the handler then returns nothing. */
  upgrade(
    request: Request,
    ...options: [Data] extends [undefined]
      ? [options?: { headers?: HeadersLike; data?: undefined }]
      : [options: { headers?: HeadersLike; data: Data }]
  ): boolean;
  requestIP(request: Request): {
    readonly address: string;
    readonly port: number;
    readonly family: "IPv4" | "IPv6";
  } | null;
  timeout(request: Request, seconds: number): void;
  publish(topic: string, data: MessageLike, compress?: boolean): number;
  subscriberCount(topic: string): number;
  stop(closeActiveConnections?: boolean): Promise<void>;
}

/** `/users/:id` has `{ id: string }`; a path that is not known before has any. */
export type ParamsOf<Path extends string> = string extends Path
  ? Record<string, string>
  : Path extends `${string}:${infer Name}/${infer Rest}`
    ? { readonly [Key in Name]: string } & ParamsOf<Rest>
    : Path extends `${string}:${infer Name}`
      ? { readonly [Key in Name]: string }
      : unknown;

/** What a route's handler gets: the request, with what Bun read from its path and cookies. */
export interface RouteRequest<Path extends string = string> extends Request {
  readonly params: ParamsOf<Path>;
  readonly cookies: CookiesLike;
}

/** The request's cookies; what is set here, Bun puts on the response. */
export interface CookiesLike {
  get(name: string): string | null;
  has(name: string): boolean;
  set(name: string, value: string, options?: object): void;
  delete(name: string, options?: object): void;
}

/** `Bun.file(…)`. */
export interface FileLike extends Blob {
  exists(): Promise<boolean>;
}

/** `import page from "./page.html"`. */
export interface HtmlLike {
  readonly index: string;
}

export interface SocketLike<Data = undefined> {
  readonly data: Data;
  readonly readyState: number;
  readonly remoteAddress: string;
  send(data: MessageLike, compress?: boolean): number;
  close(code?: number, reason?: string): void;
  publish(topic: string, data: MessageLike, compress?: boolean): number;
  subscribe(topic: string): void;
  unsubscribe(topic: string): void;
  isSubscribed(topic: string): boolean;
}
