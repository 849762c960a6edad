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
    // A parameter by name: Deno passes nothing to a function that counts none.
    function (request, ...rest) {
      const proceed = (verdict: Verdict): HandlerResult => {
        if (verdict.response) return verdict.response;
        const decorate = (response: Response | undefined) => response && verdict.apply(response);
        const recover = (error: unknown): HandlerResult => {
          // A thrown response is an answer, and an error one where the policy knows how to say it.
          if (error instanceof Response) return verdict.apply(error);
          if (!onError) throw error;
          const rescue = async () =>
            verdict.apply(await onError(error, request, rest[0] as Context));
          return rescue().catch((failure) => {
            report("onError failed", failure, error);
            throw error;
          });
        };
        let answer: HandlerResult;
        try {
          answer = handler.call(this, request, ...rest);
        } catch (error) {
          return recover(error);
        }
        return settle(answer, decorate, recover);
      };
      const answer = settle(check(request, rest[0]), proceed);
      return answer as Guarded<ReturnType<typeof handler>>;
    };
}

/** At once where the value is there. Promises may be of another realm, or of the host's own kind. */
function settle<T>(
  value: T | Promise<T>,
  proceed: (value: T) => HandlerResult,
  recover?: (error: unknown) => HandlerResult,
): HandlerResult {
  return (value as Partial<Promise<T>> | undefined)?.then
    ? (value as Promise<T>).then(proceed, recover)
    : proceed(value as T);
}
