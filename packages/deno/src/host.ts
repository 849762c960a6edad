// The part of Deno that this package needs, by shape. The official types fit it. Without them,
// handlers still have types.

/** Who sent a request that came over TCP, as `Deno.NetAddr` says it. */
export interface NetAddrLike {
  readonly transport: "tcp" | "udp";
  readonly hostname: string;
  readonly port: number;
}

/** What `Deno.serve` tells its handler besides the request. */
export interface InfoLike {
  readonly remoteAddr: NetAddrLike;
  /** Settles when the response has left, or could not. */
  readonly completed: Promise<void>;
}

/** What `Deno.serve` and `deno serve` call with each request. */
export type HandlerLike<Info = InfoLike> = (request: Request, info: Info) => AnswerLike;

export type AnswerLike = Response | Promise<Response>;
