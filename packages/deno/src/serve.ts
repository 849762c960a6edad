import { selectGate, toGate, withMember } from "@crossgate/core/adapter";
import type { AnswerLike, HandlerLike, InfoLike } from "./host.ts";
import type { ServePolicy } from "./policy.ts";

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

type AddressOf<Info> = Info extends { readonly remoteAddr: infer Address } ? Address : unknown;

/** The same object, whose handler can be called with all that a host passes. */
export type Guarded<Served, Info> = Omit<Served, "handler" | "fetch"> & {
  [Name in Extract<keyof Served, "handler" | "fetch">]: HandlerLike<Info>;
};

/**
 * Puts a CORS policy around what `Deno.serve` serves: preflights and refusals are answered before
 * the handler runs, every other response gets the policy's headers, `onError`'s answer too.
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
export function withCors<Info = InfoLike>(
  served: HandlerLike<Info>,
  policy: ServePolicy<NoInfer<Info>>,
): HandlerLike<Info>;
export function withCors<Info = InfoLike, Served extends ServeInitLike<Info> = ServeInitLike<Info>>(
  served: Served & ServeInitLike<Info>,
  policy: ServePolicy<NoInfer<Info>>,
): Guarded<Served, Info>;
export function withCors<
  Info = InfoLike,
  Served extends ServeExportLike<Info> = ServeExportLike<Info>,
>(
  served: Served & ServeExportLike<Info>,
  policy: ServePolicy<NoInfer<Info>>,
): Guarded<Served, Info>;
export function withCors<Info>(
  served: HandlerLike<Info> | Partial<ServeInitLike<Info> & ServeExportLike<Info>>,
  policy: ServePolicy<Info>,
): unknown {
  if (typeof served === "function") return guard(served, policy);
  const name = typeof served?.handler === "function" ? "handler" : "fetch";
  const handler: HandlerLike<Info> | undefined = served?.[name];
  if (typeof handler !== "function") {
    throw new TypeError(
      "withCors needs a handler, or an object with one: withCors((request, info) => …, options)",
    );
  }
  const onError = served.onError?.bind(served);
  const own: HandlerLike<Info> = handler.bind(served);
  return withMember(served, name, guard(onError ? answerErrors(own, onError) : own, policy));
}

function guard<Info>(handler: HandlerLike<Info>, policy: ServePolicy<Info>): HandlerLike<Info> {
  if (typeof policy !== "function") return toGate(policy).wrap(handler);
  const gateFor = selectGate(policy);
  // Named, because Deno gives a function without parameters neither request nor info.
  return (request, info) => gateFor(request, info).wrap(handler)(request, info);
}

/** Deno's own `onError` comes too late for the gate, and does not know the request. */
function answerErrors<Info>(
  handler: HandlerLike<Info>,
  onError: (error: unknown) => AnswerLike,
): HandlerLike<Info> {
  return async (...args) => {
    try {
      return await handler(...args);
    } catch (error) {
      return onError(error);
    }
  };
}
