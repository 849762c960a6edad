import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it, onTestFinished } from "vitest";
import { openLogs } from "./logs.ts";

it("tells how much of all files was read, of packed ones by their size on disk", async () => {
  const folder = mkdtempSync(join(tmpdir(), "crossgate-logs-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const text = "a line\n".repeat(500_000);
  const paths = ["one.log", "two.log.gz"].map((name) => join(folder, name));
  writeFileSync(paths[0] ?? "", text);
  writeFileSync(paths[1] ?? "", gzipSync(text));
  const told: (readonly [done: number, total: number])[] = [];
  const lengths: number[] = [];
  for (const log of openLogs(paths, (done, total) => void told.push([done, total]))) {
    let length = 0;
    for await (const piece of log) length += piece.length;
    lengths.push(length);
  }
  expect(lengths).toEqual([text.length, text.length]);
  expect(told.length).toBeGreaterThan(3);
  expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).toSorted((a, b) => a - b));
  expect(new Set(told.map(([, total]) => total))).toEqual(new Set([4]));
  expect(told.at(-1)?.[0]).toBe(3);
});
