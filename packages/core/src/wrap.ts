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
type Handler = (this: unknown, request: never, ...rest: never[]) => HandlerResult;
type OnError<Context> = CommonOptions<Context>["onError"];

export function createWrap<Context>(
  check: Check<Context>,
  onError: OnError<Context>,
): Wrap<Context> {
  const recover = (
    verdict: Verdict,
    error: unknown,
    request: Request,
    context?: Context,
  ): HandlerResult => {
    // A thrown response is an answer, and an error one where the policy knows how to say it.
    if (error instanceof Response) return verdict.apply(error);
    if (!onError) throw error;
    const rescue = async () => verdict.apply(await onError(error, request, context as Context));
    return rescue().catch((failure) => {
      report("onError failed", failure, error);
      throw error;
    });
  };
  const guard = (handler: Handler) =>
    // A request that waits for nobody meets no closure and no rest parameter: on Bun those cost half
    // as much as writing the headers. A parameter by name: Deno passes nothing to a function that
    // counts none.
    function (this: unknown, request: Request, context?: Context): HandlerResult {
      const verdict = check(request, context);
      if (isPromise(verdict)) {
        // Not in the arrow itself, or there would be an object of them for every request.
        const given = arguments as never;
        return verdict.then((settled) =>
          createWrap(() => settled, onError)(handler).apply(this, given),
        );
      }
      if (verdict.response) return verdict.response;
      let answer: HandlerResult;
      try {
        answer = handler.apply(this, arguments as never);
      } catch (error) {
        return recover(verdict, error, request, context);
      }
      return isPromise(answer)
        ? answer.then(
            (response) => response && verdict.apply(response),
            (error) => recover(verdict, error, request, context),
          )
        : answer && verdict.apply(answer);
    };
  return guard as Wrap<Context>;
}

/** Of another realm too, or of the host's own kind. */
function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return !!(value as Partial<Promise<T>> | undefined)?.then;
}
