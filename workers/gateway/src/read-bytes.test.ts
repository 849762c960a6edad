import { describe, expect, it } from "vitest";
import { readBytes } from "./read-bytes.ts";

function body(
  parts: readonly string[],
  end: (controller: ReadableStreamDefaultController) => void,
) {
  let next = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const part = parts[next++];
        if (part === undefined) end(controller);
        else controller.enqueue(new TextEncoder().encode(part));
      },
    },
    { highWaterMark: 0 },
  );
}

describe("readBytes", () => {
  it.each([
    ["nothing", null, ""],
    ["one part", body(["abc"], (controller) => controller.close()), "abc"],
    ["up to the limit", body(["abc", "", "de"], (controller) => controller.close()), "abcde"],
  ])("reads %s", async (_, stream, text) => {
    expect(new TextDecoder().decode(await readBytes(stream, 5))).toBe(text);
  });

  it("fails beyond the limit, and lets go of the rest", async () => {
    const stream = body(["abc", "def", "ghi"], (controller) => controller.close());
    await expect(readBytes(stream, 5)).rejects.toThrow(RangeError);
    expect(stream.locked).toBe(false);
    expect(await stream.getReader().read()).toEqual({ done: true, value: undefined });
  });

  it("fails as the body fails: a part is not the whole", async () => {
    const stream = body(["abc"], (controller) => controller.error(new Error("reset")));
    await expect(readBytes(stream, 5)).rejects.toThrow("reset");
  });
});
