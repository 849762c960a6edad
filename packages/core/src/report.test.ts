import { afterEach, expect, test, vi } from "vitest";
import { report, warn } from "./report.ts";

afterEach(() => vi.restoreAllMocks());

test("H2: a message is said on its level, with what failed", () => {
  const error = vi.spyOn(console, "error").mockReturnValue();
  const warned = vi.spyOn(console, "warn").mockReturnValue();
  const failure = new Error("failed");
  report("the hook failed", failure);
  warn(() => "write it once");
  warn(() => undefined);
  expect(error).toHaveBeenCalledExactlyOnceWith("crossgate: the hook failed", failure);
  expect(warned).toHaveBeenCalledExactlyOnceWith("crossgate: write it once");
});

test("H2: neither a console that throws nor a message that can't be made does any harm", () => {
  const broken = (): never => {
    throw new Error("broken");
  };
  vi.spyOn(console, "error").mockImplementation(broken);
  expect(() => report("a message")).not.toThrow();
  expect(() => warn(broken)).not.toThrow();
});
