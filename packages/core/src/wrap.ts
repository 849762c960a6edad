import { isPromise } from "./is-promise.ts";
import type { CommonOptions } from "./options.ts";
import { report } from "./report.ts";
import type { Verdict } from "./verdict.ts";

/** What a handler may answer; `undefined` (an upgraded WebSocket on Bun) passes through. */
export type HandlerResult = Response | undefined | Promise<Response | undefined>;

/**
 * Puts the gate around a fetch-style handler: a preflight or a refusal is answered before the
 * handler runs, every other answer gets the policy's headers.
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
>(
  handler: (this: This, request: Req, ...rest: Rest) => Result,
) => (this: This, request: Req, ...rest: Rest) => Guarded<Result>;

/** What a guarded handler answers: what the handler does, or the gate's own response. */
export type Guarded<Result> = Result | Response | Promise<Awaited<Result> | Response>;

type Check<Context> = (request: Request, context?: Context) => Verdict | Promise<Verdict>;
type OnError<Context> = CommonOptions<Context>["onError"];

export function createWrap<Context>(
  check: Check<Context>,
  onError: OnError<Context>,
): Wrap<Context> {
  return (handler) =>
    function (request, ...rest) {
      const context = rest[0] as Context;
      const proceed = (verdict: Verdict): HandlerResult =>
        verdict.response ??
        settle<Response | undefined, Response | undefined>(
          () => handler.call(this, request, ...rest),
          (response) => response && verdict.apply(response),
          (error) => recover(error, verdict, request, context, onError),
        );
      const verdict = check(request, context);
      const answer = isPromise(verdict) ? verdict.then(proceed) : proceed(verdict);
      return answer as Guarded<ReturnType<typeof handler>>;
    };
}

/** A thrown response is an answer; a thrown error is one where the policy knows how to say it. */
function recover<Context>(
  error: unknown,
  verdict: Verdict,
  request: Request,
  context: Context,
  onError: OnError<Context>,
): Response | Promise<Response> {
  if (error instanceof Response) return verdict.apply(error);
  if (!onError) throw error;
  const fail = (failure: unknown): never => {
    report("onError failed; the original error goes on", failure);
    report("the original error", error);
    throw error;
  };
  return settle(
    () => onError(error, request, context),
    (response) =>
      response instanceof Response
        ? verdict.apply(response)
        : fail(new TypeError("onError must return a Response")),
    fail,
  );
}

/** `try` for what may answer at once or with a promise, without turning the one into the other. */
function settle<Value, Answer>(
  run: () => Value | Promise<Value>,
  succeed: (value: Value) => Answer,
  fail: (error: unknown) => Answer | Promise<Answer>,
): Answer | Promise<Answer> {
  let result: Value | Promise<Value>;
  try {
    result = run();
  } catch (error) {
    return fail(error);
  }
  return isPromise(result) ? result.then(succeed, fail) : succeed(result);
}
