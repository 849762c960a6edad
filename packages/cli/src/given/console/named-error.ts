import { corsCodes, type CorsCode } from "@crossgate/browser";
import type { ConsoleLine } from "./line.ts";

const named = /Cross-Origin Resource Sharing error: (\w+)/i;

/** Reads what Chromium's Network tab says of a request: the name of the error, without a sentence. */
export function readNamedError(text: string): ConsoleLine | undefined {
  const [, name] = named.exec(text) ?? [];
  if (name === undefined) return undefined;
  const codes = Object.keys(corsCodes) as CorsCode[];
  const actual = codes.find((code) => corsCodes[code].chromium.actual === name);
  const preflight = codes.find((code) => corsCodes[code].chromium.preflight === name);
  const [url] = /https?:\/\/[^\s'"]+/.exec(text) ?? [];
  return {
    profile: "chromium",
    url,
    said: actual ?? preflight,
    isPreflight: actual === undefined && preflight !== undefined,
  };
}
