import type { AskedAs } from "../given.ts";
import type { ConsoleLine } from "./line.ts";

const address = String.raw`'?(https?:\/\/[^\s,'")]+?)'?`;
const end = String.raw`(?=[\s,'")]|\.?$|: |:$)`;

/** What clients of HTTP print of an error: the address, and no reason. */
const errors: readonly (readonly [pattern: RegExp, as: AskedAs])[] = [
  [new RegExp(`Http failure (?:response|during parsing) for ${address}${end}`, "i"), "xhr"],
  [new RegExp(`HttpErrorResponse\\b.*?\\burl'?: ${address}${end}`), "xhr"],
  [new RegExp(`dynamically imported module: ${address}${end}`, "i"), "module"],
  [new RegExp(`Couldn't load texture ${address}${end}`), "image"],
  [new RegExp(`XMLHttpRequest\\b.*?\\buri[=:] ?${address}${end}`), "xhr"],
  [
    new RegExp(`(?:Failed to fetch|NetworkError|Load failed)\\b.*?(?:uri=|: )${address}${end}`),
    "fetch",
  ],
];

const told =
  "The client is told no more than that, and names no method: a GET is explained. Name another with -X, and the headers with -H.";

/** Reads the error of a client that names the address: Angular's, Dart's, a loader of modules. */
export function readClientError(text: string): ConsoleLine | undefined {
  for (const [pattern, as] of errors) {
    const [, url] = pattern.exec(text) ?? [];
    if (url !== undefined) {
      return {
        profile: "chromium",
        url,
        as,
        isPreflight: false,
        isWithCors: as === "image",
        note: as === "image" || as === "module" ? undefined : told,
      };
    }
  }
  return undefined;
}
