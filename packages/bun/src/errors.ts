import { isResponse } from "@crossgate/core/adapter";
import type { AnswerLike, ServerLike } from "./host.ts";
import type { AnyHandler } from "./policy.ts";

export type ErrorHandler = (this: ServerLike, error: unknown) => AnswerLike;

/** A server's `error`, moved to where the request is known. */
export interface Errors {
  /** The handler, whose errors are answered by `error` where that has a response. */
  answering(handler: AnyHandler): AnyHandler;
  /** For what goes wrong after the handlers; what it was asked already it does not hear again. */
  readonly error: ErrorHandler;
}

/** Bun's own call of `error` comes too late for the gate, and does not know the request. */
export function answerErrors(error: ErrorHandler): Errors {
  const asked = new WeakSet();
  const unanswered = (thrown: unknown): unknown => {
    if (typeof thrown === "object" && thrown !== null) asked.add(thrown);
    return thrown;
  };
  const rescue = async (thrown: unknown, server: ServerLike): Promise<Response> => {
    try {
      const response = await error.call(server, thrown);
      if (isResponse(response)) return response;
    } catch (failure) {
      throw unanswered(failure);
    }
    throw unanswered(thrown);
  };
  return {
    answering: (handler) =>
      function (request, server) {
        const recover = (thrown: unknown): Promise<Response> => rescue(thrown, server);
        try {
          const answer = handler.call(this, request, server);
          // oxlint-disable-next-line promise/no-promise-in-callback -- at once where the response is there
          return answer instanceof Promise ? answer.catch(recover) : answer;
        } catch (thrown) {
          return recover(thrown);
        }
      },
    error(thrown) {
      // Bun makes an Error of what goes wrong after the handlers; all else has been asked.
      const isNew = typeof thrown === "object" && thrown !== null && !asked.has(thrown);
      return isNew ? error.call(this, thrown) : undefined;
    },
  };
}
