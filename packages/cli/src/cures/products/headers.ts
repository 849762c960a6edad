import type { Wanted } from "../wanted.ts";

export type Header = readonly [name: string, value: string];

/** How long a browser may cache a preflight, in seconds: every engine honours it. */
export const maxAge = 600;

/** What only a preflight's response needs. */
export function preflightOnly(wanted: Wanted): readonly Header[] {
  const headers = headersToList(wanted);
  return [
    ["Access-Control-Allow-Methods", wanted.methods.join(", ")],
    ...(headers.length > 0 ? [["Access-Control-Allow-Headers", headers.join(", ")] as const] : []),
    ["Access-Control-Max-Age", String(maxAge)],
  ];
}

/** The wildcard stays where it was; with credentials it is a plain name, and covers no Authorization. */
function headersToList({ credentials, everyHeader = false, headers }: Wanted): readonly string[] {
  return everyHeader && !credentials ? ["*", ...headers] : headers;
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
