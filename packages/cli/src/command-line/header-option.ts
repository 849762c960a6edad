import { InvalidArgumentError } from "commander";
import type { GivenHeader } from "../given/given.ts";

/** Reads `name: value` behind `-H`, and adds it to those before. */
export function readHeader(line: string, before: readonly GivenHeader[]): readonly GivenHeader[] {
  const colon = line.indexOf(":");
  if (colon < 1) throw new InvalidArgumentError("Write it as 'name: value'.");
  return [...before, [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]];
}
