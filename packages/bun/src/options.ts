import type {
  AnswerLike,
  BytesLike,
  FileLike,
  HtmlLike,
  RouteRequest,
  ServerLike,
  SocketLike,
} from "./host.ts";

/**
 * What `Bun.serve` calls for a request to a route. A method's type, and not a function's, so that
 * handlers annotated with the official types fit.
 */
export type RouteHandler<Path extends string = string, Data = undefined> = {
  handle(request: RouteRequest<Path>, server: ServerLike<Data>): AnswerLike;
}["handle"];

export type MethodLike = "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS";

/** A route whose response is known before: what is served is always the same. */
export type FixedRoute = Response | FileLike | HtmlLike | false | undefined;

export type RouteLike<Path extends string = string, Data = undefined> =
  | FixedRoute
  | RouteHandler<Path, Data>
  | { readonly [Method in MethodLike]?: FixedRoute | RouteHandler<Path, Data> };

/** The options of `Bun.serve`, by what matters here. */
export interface ServeOptionsLike<Path extends string = string, Data = undefined> {
  fetch?(this: ServerLike<Data>, request: Request, server: ServerLike<Data>): AnswerLike;
  /** An array, where frameworks keep theirs, is no routes for Bun. */
  readonly routes?: { readonly [P in Path]: RouteLike<P, Data> } | readonly unknown[];
  /** Answers what a handler throws. */
  error?(this: ServerLike<Data>, error: Error): AnswerLike;
  readonly websocket?: {
    readonly data?: Data;
    open?(socket: SocketLike<Data>): void | Promise<void>;
    message?(socket: SocketLike<Data>, message: string | BytesLike): void | Promise<void>;
    drain?(socket: SocketLike<Data>): void | Promise<void>;
    close?(socket: SocketLike<Data>, code: number, reason: string): void | Promise<void>;
  };
}
