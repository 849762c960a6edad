import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hasContent } from "./content.ts";
import { Deadline } from "./deadline.ts";

const SOON = 50;

/** As a server is given it: no GET of the Fetch standard has a body. */
function given(parts: readonly string[], headers: Record<string, string> = {}, isOpen = false) {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
      if (!isOpen) controller.close();
    },
  });
  return { body, headers: new Headers(headers) };
}

describe("hasContent (RFC 9110, 9.3.1)", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ["no body", false, { body: null, headers: new Headers() }],
    ["a body of no part", false, given([])],
    ["a length of nothing", false, given([], { "content-length": "0" })],
    ["parts without a byte", false, given(["", ""])],
    ["a byte", true, given(["", "x"])],
    ["a length, before anything has come", true, given([], { "content-length": "4" }, true)],
    ["a body that does not end in time", true, given([], {}, true)],
    ["a body after which nothing ends", true, given(["x"], {}, true)],
  ])("%s: %s", async (_, expected, request) => {
    const deadline = new Deadline(SOON);
    const has = hasContent(request, deadline);
    await vi.advanceTimersByTimeAsync(SOON);
    expect(await has).toBe(expected);
    deadline.meet();
  });

  it("a body that fails is no empty one", async () => {
    const body = new ReadableStream({ start: (controller) => controller.error(new Error("gone")) });
    const deadline = new Deadline(SOON);
    expect(await hasContent({ body, headers: new Headers() }, deadline)).toBe(true);
    deadline.meet();
  });
});
