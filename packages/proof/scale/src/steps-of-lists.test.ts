import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";

interface Count {
  readonly compiler: string;
  readonly kind: string;
  readonly length: number;
  /** For an allowed origin, and for a stranger. */
  readonly steps: readonly number[];
}

const KINDS = ["exact", "patterns", "patterns of any port", "patterns of one host"];
let counts: readonly Count[];

beforeAll(async () => {
  // Apart, since a process has one counter, and the coverage of the tests may use it.
  const script = fileURLToPath(new URL("./steps-of-lists.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script], { timeout: 300_000 });
  counts = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Count);
});

function stepsOf(compiler: string, kind: string): readonly (readonly number[])[] {
  return counts
    .filter((count) => count.compiler === compiler && count.kind === kind)
    .map(({ steps }) => steps);
}

/** Characters of another kind take another branch or two. */
const SCATTER = 5;

describe("O3: a list of 10,000 origins takes as many steps as one of two", () => {
  test.each(KINDS)("%s", (kind) => {
    const [short = [], long = []] = stepsOf("crossgate", kind);
    expect([short.length, long.length]).toEqual([2, 2]);
    for (const [index, steps] of short.entries()) {
      expect(steps).toBeGreaterThan(0);
      expect(long[index]).toBeLessThanOrEqual(steps + SCATTER);
    }
  });

  test.each(["a linear scan", "a scan by the engine"])("the count finds %s", (fault) => {
    const [, [, stranger = 0] = []] = stepsOf(fault, "exact");
    expect(stranger).toBeGreaterThan(10_000);
  });
});
