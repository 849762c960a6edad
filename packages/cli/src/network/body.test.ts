import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readBody } from "./body.ts";

const LIMITS = { bodyBytes: 8, bodyTime: 1000 };
const SECOND = [["content-type", "text/plain"]] as const;

/** A body of some pieces, after which nothing comes, not even its end. */
async function* endless(...pieces: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece);
  await new Promise(() => {});
}

describe("a body that never ends", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ["text/plain", 1000],
    ["application/json", 1000],
    ["text/event-stream", 50],
    ["Text/Event-Stream; charset=utf-8", 50],
    ["multipart/x-mixed-replace", 50],
    ["application/grpc+proto", 50],
    ["application/x-ndjson", 50],
  ])("of %s is read for %i ms, and no longer", async (type, milliseconds) => {
    const settled = vi.fn<(text: string) => void>();
    void readBody(endless("data"), LIMITS, [["content-type", type]]).then((body) =>
      settled(Buffer.from(body).toString()),
    );
    await vi.advanceTimersByTimeAsync(milliseconds - 1);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(settled).toHaveBeenCalledExactlyOnceWith("data");
  });

  it("is left as soon as there are enough bytes, and no more is kept", async () => {
    const body = await readBody(endless("12345", "67890"), LIMITS, SECOND);
    expect(Buffer.from(body).toString()).toBe("12345678");
    expect(vi.getTimerCount()).toBe(0);
  });
});

it("a body that breaks off is what came before", async () => {
  const body = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from("1234");
    throw new Error("gone");
  };
  expect(Buffer.from(await readBody(body(), LIMITS, SECOND)).toString()).toBe("1234");
});
