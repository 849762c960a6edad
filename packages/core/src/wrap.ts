import { isResponse } from "./fetch/response.ts";
import type { Inferred } from "./given-options.ts";
import type { CommonOptions } from "./options.ts";
import { report } from "./report.ts";
import type { Verdict } from "./verdict/verdict.ts";

/** What a handler may answer; `undefined` (an upgraded WebSocket on Bun) passes through. */
export type HandlerResult = Response | undefined | Promise<Response | undefined>;

/**
 * Puts the gate around a fetch-style handler: a preflight or a refusal is answered before the
 * handler runs, every other response gets the policy's headers.
 *
 * @param handler takes the request first; its second argument is the context
 * @returns a handler that takes the same `this` and arguments, and answers at once where policy and
 * handler do
 */
export type Wrap<Context> = <
  This,
  Req extends Request,
  Rest extends [context?: Context, ...rest: unknown[]],
  Result extends HandlerResult,
  Whole,
>(
  handler: ((this: This, request: Req, ...rest: Rest) => Result) & Inferred<Whole>,
) => (this: This, request: Req, ...rest: RestOf<Whole, Rest>) => Guarded<Result>;

/**
 * What a handler takes after the request. Of one with several signatures the compiler looks at the
 * last, which may be for a URL (GraphQL Yoga's `fetch`); then anything is passed on.
 */
type RestOf<Handler, Rest extends unknown[]> = Handler extends (request: Request) => unknown
  ? Handler extends (first: infer First, ...rest: never[]) => unknown
    ? Request extends First
      ? Rest
      : unknown[]
    : Rest
  : Rest;

/** What a guarded handler answers: what the handler does, or the gate's own response. */
export type Guarded<Result> = Result | Response | Promise<Awaited<Result> | Response>;

type Given<Context> = [request: Request, context?: Context, ...rest: unknown[]];
type Answer = (Response & { then?: never }) | Promise<Response | undefined> | undefined;
type Handler<Context> = (this: unknown, ...given: Given<Context>) => Answer;
type OnError<Context> = CommonOptions<Context>["onError"];

/** Compiles `wrap` for a policy that answers with a promise. */
export function createAskingWrap<Context>(
  check: (request: Request, context?: Context) => Promise<Verdict>,
  onError: OnError<Context>,
): Wrap<Context> {
  const guard = (given: Handler<Context>) => {
    const handler = callable(given);
    return async function (this: unknown, request: Request, context?: Context): Promise<unknown> {
      const verdict = await check(request, context);
      const answer = async () => handler.apply(this, arguments as unknown as Given<Context>);
      return verdict.response ?? settle(answer(), verdict, onError, request, context);
    };
  };
  return guard as Wrap<Context>;
}

/** Compiles `wrap` for a policy that answers at once. */
export function createWrap<Context>(
  check: (request: Request, context?: Context) => Verdict,
  onError: OnError<Context>,
): Wrap<Context> {
  const guard = (given: Handler<Context>) => {
    const handler = callable(given);
    // No closure, also none that is made for promises alone, and no rest parameter: on Bun those cost
    // half as much as writing the headers. A parameter by name: Deno passes nothing to a function
    // that counts none.
    return function (this: unknown, request: Request, context?: Context): HandlerResult {
      const verdict = check(request, context);
      if (verdict.response) return verdict.response;
      let answer: Answer;
      try {
        answer = handler.apply(this, arguments as unknown as Given<Context>);
      } catch (error) {
        return recover(error, verdict, onError, request, context);
      }
      // A promise of another realm too, or of the host's own kind.
      return answer?.then
        ? settle(answer, verdict, onError, request, context)
        : decorated(answer, verdict);
    };
  };
  return guard as Wrap<Context>;
}

/** Answers with what a handler has promised. */
function settle<Context>(
  answer: Promise<Response | undefined>,
  verdict: Verdict,
  onError: OnError<Context>,
  request: Request,
  context?: Context,
): Promise<Response | undefined> {
  // Another library's promise may call back at once, and its `then` may return nothing.
  return Promise.resolve(answer).then(
    (response) => decorated(response, verdict),
    (error) => recover(error, verdict, onError, request, context),
  );
}

/** Answers in place of a handler that threw. */
function recover<Context>(
  error: unknown,
  verdict: Verdict,
  onError: OnError<Context>,
  request: Request,
  context?: Context,
): HandlerResult {
  // A thrown response is a response, and an error one where the policy knows how to say it.
  if (isResponse(error)) return verdict.apply(error);
  if (!onError) throw error;
  const rescue = async () => verdict.apply(await onError(error, request, context as Context));
  return rescue().catch((failure) => {
    report("onError failed", failure, error);
    throw error;
  });
}

/** The host refuses a value that is no response, as it would without a gate. */
function decorated(answer: Response | undefined, verdict: Verdict): Response | undefined {
  return isResponse(answer) ? verdict.apply(answer) : answer;
}

/** A handler whose own member `apply` is something else is called past it. */
function callable<Context>(handler: Handler<Context>): Handler<Context> {
  if (handler.apply === Function.prototype.apply) return handler;
  return function (...given) {
    return Reflect.apply(handler, this, given);
  };
}
