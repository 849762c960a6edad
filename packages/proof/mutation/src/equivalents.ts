import type { Mutant } from "./mutant.ts";

/** A mutant that no test can notice, because the program does the same with it. */
export interface Equivalent {
  readonly file: string;
  readonly original: string;
  readonly replacement: string;
  /** Why the program does the same. */
  readonly reason: string;
}

export const EQUIVALENTS: readonly Equivalent[] = [
  {
    file: "packages/core/src/fetch/request-headers.ts",
    original: '""',
    replacement: '"Stryker was here!"',
    reason: "The text has spaces, so it is no token and is dropped: no name is left of it either.",
  },
  {
    file: "packages/deno/src/entrances.ts",
    original: "{ return false; }",
    replacement: "{}",
    reason: "What is returned then is undefined, and the only callers ask whether it is truthy.",
  },
  {
    file: "packages/next/src/control-flow.ts",
    original: '""',
    replacement: '"Stryker was here!"',
    reason: "The expression has matched, so the group has a text and the fallback is never used.",
  },
  {
    file: "packages/next/src/proxy.ts",
    original: 'typeof source !== "function"',
    replacement: "true",
    reason: "A function shows no options, so verdictForAll has no verdict for it either.",
  },
  {
    file: "packages/next/src/proxy.ts",
    original: '"function"',
    replacement: '""',
    reason: "A function shows no options, so verdictForAll has no verdict for it either.",
  },
];

export function equivalentOf({ file, original, replacement }: Mutant): Equivalent | undefined {
  return EQUIVALENTS.find(
    (each) => each.file === file && each.original === original && each.replacement === replacement,
  );
}
