import { guardFunction, guardObject } from "./entrances.ts";
import type { AnswerLike, HandlerLike, InfoLike } from "./host.ts";
import { compilePolicy, type ServePolicy } from "./policy.ts";

/** All that `Deno.serve` takes in one object, by what matters here. */
export interface ServeInitLike<Info = InfoLike> {
  handler(request: Request, info: Info): AnswerLike;
  /** Answers what the handler throws. */
  onError?(error: unknown): AnswerLike;
  onListen?(address: AddressOf<Info>): void;
}

/** The default export of a program for `deno serve`. */
export interface ServeExportLike<Info = InfoLike> {
  fetch(request: Request, info: Info): AnswerLike;
  onListen?(address: AddressOf<Info>): void;
}

/**
 * What can be guarded, with whatever else stands beside it. The members that may be absent are those
 * of the others: with fewer the compiler would find that this fits best.
 */
type ServedLike<Info> =
  | HandlerLike<Info>
  | (({ handler: HandlerLike<Info> } | { fetch: HandlerLike<Info> }) & {
      onError?: unknown;
      onListen?: unknown;
      // oxlint-disable-next-line typescript/no-explicit-any -- any other index wants one of the source
      [name: string]: any;
    });

type AddressOf<Info> = Info extends { readonly remoteAddr: infer Address } ? Address : unknown;

/** The same object, whose handler can be called with all that a host passes. */
export type GuardedServed<Served, Info> = Omit<Served, "handler" | "fetch"> & {
  [Name in Extract<keyof Served, "handler" | "fetch">]: HandlerLike<Info>;
};

/**
 * Puts a CORS policy around a handler or an object for `Deno.serve`. The gate answers preflights
 * and refuses requests before the handler runs. Every other response gets the policy's headers,
 * that of `onError` too.
 *
 * @param served a handler; or `{ handler, onError, port, … }`, all that `Deno.serve` takes in one
 * object; or `{ fetch }`, the default export of `deno serve`
 * @param policy the options of `createCors`, a gate, or `(request, info) => options | gate`, which is
 * called with every request and compiled once per object. If that fails, the request gets 500
 * without CORS headers and the log says why
 * @returns the same, guarded: a handler for a handler, an object for an object
 * @throws CorsConfigError when the policy is refused
 * @throws TypeError for an object without `handler` or `fetch`
 * @example
 * ```ts
 * Deno.serve(
 *   withCors(() => Response.json({ data: "hello world" }), {
 *     origin: ["https://myapp.com", "https://*.myapp.com"],
 *     credentials: true,
 *   }),
 * );
 * ```
 * @see https://docs.deno.com/api/deno/~/Deno.serve
 */
export function withCors<Info = InfoLike, const Options = unknown>(
  served: HandlerLike<Info>,
  policy: ServePolicy<NoInfer<Info>, Options>,
): HandlerLike<Info>;
export function withCors<
  Info = InfoLike,
  Served extends ServeInitLike<Info> = ServeInitLike<Info>,
  const Options = unknown,
>(
  served: Served & ServeInitLike<Info>,
  policy: ServePolicy<NoInfer<Info>, Options>,
): GuardedServed<Served, Info>;
export function withCors<
  Info = InfoLike,
  Served extends ServeExportLike<Info> = ServeExportLike<Info>,
  const Options = unknown,
>(
  served: Served & ServeExportLike<Info>,
  policy: ServePolicy<NoInfer<Info>, Options>,
): GuardedServed<Served, Info>;
// Of four, the compiler tells what is wrong by the last one.
export function withCors<Info = InfoLike, const Options = unknown>(
  served: ServedLike<Info>,
  policy: ServePolicy<NoInfer<Info>, Options>,
): object;
export function withCors<Info>(served: object, policy: ServePolicy<Info>): unknown {
  const guard = compilePolicy(policy);
  return typeof served === "function"
    ? guardFunction(served as HandlerLike<Info>, guard)
    : guardObject(served, guard);
}
