import type { Wanted } from "../wanted.ts";

export type Header = readonly [name: string, value: string];

/** How long a browser may cache a preflight, in seconds: every engine honours it. */
export const maxAge = 600;

/** What only a preflight's response needs. */
export function preflightOnly(wanted: Wanted): readonly Header[] {
  return [
    ["Access-Control-Allow-Methods", wanted.methods.join(", ")],
    ...(wanted.headers.length > 0
      ? [["Access-Control-Allow-Headers", wanted.headers.join(", ")] as const]
      : []),
    ["Access-Control-Max-Age", String(maxAge)],
  ];
}

/** What every response needs beside the origin, a preflight's too. */
export function exposeOnly({ expose }: Wanted): readonly Header[] {
  return expose.length > 0 ? [["Access-Control-Expose-Headers", expose.join(", ")]] : [];
}

/** All CORS headers of responses. */
export const corsHeaders: readonly string[] = [
  "Access-Control-Allow-Origin",
  "Access-Control-Allow-Credentials",
  "Access-Control-Allow-Methods",
  "Access-Control-Allow-Headers",
  "Access-Control-Expose-Headers",
  "Access-Control-Max-Age",
];
