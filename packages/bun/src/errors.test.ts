import { describe, expect, it, vi } from "vitest";
import { answerErrors } from "./errors.ts";

const SERVER = { port: 7 } as never;
const request = new Request("http://localhost/");

describe("a server's error (H3)", () => {
  it("answers what a handler throws, or rejects with, and is asked as Bun asks it", async () => {
    const failure = new Error("failed");
    const handlers = [
      (): Response => {
        throw failure;
      },
      () => Promise.reject<Response>(failure),
    ];
    for (const handler of handlers) {
      const error = vi.fn<(this: unknown, thrown: unknown) => Response>(function (this: unknown) {
        return Response.json(this);
      });
      const response = await answerErrors(error).answering(handler).call("self", request, SERVER);
      expect(await response?.json()).toEqual(SERVER);
      expect(error).toHaveBeenCalledExactlyOnceWith(failure);
    }
  });

  it("is not asked about an answer, which comes at once where the handler's does", async () => {
    const error = vi.fn<() => Response>(() => new Response());
    const errors = answerErrors(error);
    const answer = new Response("answer");
    const handler = vi.fn<(this: unknown, ...args: unknown[]) => Response>(() => answer);
    expect(errors.answering(handler).call("self", request, SERVER)).toBe(answer);
    expect(handler.mock.calls).toEqual([[request, SERVER]]);
    expect(handler.mock.contexts).toEqual(["self"]);
    const later = errors.answering(async () => answer).call("self", request, SERVER);
    expect(later).toBeInstanceOf(Promise);
    expect(await later).toBe(answer);
    expect(error).not.toHaveBeenCalled();
  });

  it("throws on what it has no answer for, and what it throws itself", async () => {
    const failure = new Error("failed");
    const own = new Error("error's own");
    const fail = (thrown: unknown) => (): Response => {
      throw thrown;
    };
    const silent = answerErrors(() => undefined);
    const failing = answerErrors(() => {
      throw own;
    });
    const rejecting = answerErrors(() => Promise.reject(own));
    for (const [errors, left] of [
      [silent, failure],
      [failing, own],
      [rejecting, own],
    ] as const) {
      const answer = errors.answering(fail(failure)).call("self", request, SERVER);
      await expect(answer).rejects.toBe(left);
      // Bun then calls the server's error with it.
      expect(errors.error.call(SERVER, left)).toBeUndefined();
    }
  });

  it("hears of what goes wrong after the handlers", () => {
    const error = vi.fn<(this: unknown, thrown: unknown) => Response>(() => new Response("after"));
    const errors = answerErrors(error);
    const failure = new Error("the body failed");
    expect(errors.error.call(SERVER, failure)).toBeInstanceOf(Response);
    expect(error).toHaveBeenCalledExactlyOnceWith(failure);
    expect(error.mock.contexts).toEqual([SERVER]);
    for (const thrown of [null, undefined, "a text", 5]) {
      expect(errors.error.call(SERVER, thrown)).toBeUndefined();
    }
    expect(error).toHaveBeenCalledOnce();
  });
});
