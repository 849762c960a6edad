import { bindTo, isResponse, memberOf } from "@crossgate/core/adapter";
import type { AnswerLike, HandlerLike } from "./host.ts";

type OnError = (error: unknown) => AnswerLike;

/** An object's `onError`, moved to where the request is known. */
export interface Errors {
  /** The handler, whose errors are answered by `onError` where the object has one. */
  readonly answering: <Info>(handler: HandlerLike<Info>) => HandlerLike<Info>;
  /** For Deno, which asks it about everything that leaves the handler: `onError` hears it once. */
  readonly onError: (own: unknown) => unknown;
}

/** Deno's own call of `onError` comes too late for the gate, and does not know the request. */
export function answerErrors(served: object): Errors {
  const asked = new WeakSet();
  const ask = async (onError: OnError, error: unknown): Promise<Response> => {
    try {
      return usable(await onError(error));
    } catch (failure) {
      if (isObject(failure)) asked.add(failure);
      throw failure;
    }
  };
  return {
    answering: (handler) => async (request, info) => {
      const onError = memberOf(served, "onError");
      if (typeof onError !== "function") return handler(request, info);
      try {
        return usable(await handler(request, info));
      } catch (error) {
        return ask(bindTo(served, onError as OnError), error);
      }
    },
    onError: (own) =>
      typeof own === "function"
        ? (error: unknown, ...rest: unknown[]): unknown => {
            // Deno makes an Error of what goes wrong after the handler; all else has been asked.
            if (!isObject(error) || asked.has(error)) throw error;
            return Reflect.apply(own, served, [error, ...rest]);
          }
        : own,
  };
}

/**
 * Refuses what Deno would refuse after the gate, in Deno's words, so that `onError` answers it while
 * the request is known.
 */
function usable(response: Response): Response {
  if (!isResponse(response)) {
    throw new TypeError(
      "Return value from serve handler must be a response or a promise resolving to a response",
    );
  }
  if (response.type === "error") {
    throw new TypeError(
      "Return value from serve handler must not be an error response (like Response.error())",
    );
  }
  if (response.bodyUsed) {
    throw new TypeError(
      "The body of the Response returned from the serve handler has already been consumed",
    );
  }
  return response;
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
