import type { Profile } from "@crossgate/browser";
import type { ConsoleLine } from "./line.ts";

/** All that a script is told, in each engine and in libraries. */
const sentences: readonly (readonly [RegExp, Profile])[] = [
  [/\bFailed to fetch\b/, "chromium"],
  [/NetworkError when attempting to fetch resource/, "firefox"],
  [/TypeError: (?:Load failed|cancelled)|^Load failed\.?$/, "webkit"],
  [/\bAxiosError\b|\bNetwork Error\b/, "chromium"],
  [/\bXMLHttpRequest error\b|SCRIPT7002: XMLHttpRequest/, "chromium"],
];

/** Reads the error of a script, which names neither the address nor the reason. */
export function readScriptError(text: string): ConsoleLine | undefined {
  const [, profile] = sentences.find(([pattern]) => pattern.test(text)) ?? [];
  return (
    profile && {
      profile,
      isPreflight: false,
      note: "A script is told no more than that, whatever the reason was. The console's own line above it says it, and names the address.",
    }
  );
}
