import type { AskedAs } from "../given.ts";
import { type ConsoleLine, findWording, type Wording } from "./line.ts";

/** Firefox's reasons. Its quotation marks are curly, and lose that on some ways of copying. */
const wordings: readonly Wording[] = [
  [/CORS request not http/i, "scheme-not-http"],
  [/external redirect not allowed/i, "preflight-redirect", true],
  [/CORS preflight (?:response|channel) did not succeed/i, "preflight-status", true],
  [/Multiple CORS header [‘'"]?Access-Control-Allow-Origin/i, "acao-multiple"],
  [/Access-Control-Allow-Origin[’'"]? does not match [‘'"]?([^’'")]*)/i, "acao-mismatch"],
  [/Access-Control-Allow-Origin[’'"]? missing/i, "acao-missing"],
  [/Credential is not supported/i, "acao-wildcard-credentials"],
  [/expected [‘'"]?true[’'"]? in CORS header/i, "acac-missing"],
  [
    /invalid token [‘'"]?(.*?)[’'"]? in CORS header [‘'"]?Access-Control-Allow-Methods/i,
    "methods-unparsable",
    true,
  ],
  [
    /invalid token [‘'"]?(.*?)[’'"]? in CORS header [‘'"]?Access-Control-Allow-Headers/i,
    "headers-unparsable",
    true,
  ],
  [/Did not find method in CORS header/i, "method-not-allowed", true],
  [/header [‘'"]?([\w-]+)[’'"]? is not allowed according to/i, "header-not-allowed", true],
  [/missing token [‘'"]?([\w-]+)[’'"]? in CORS header/i, "header-not-allowed", true],
  [/CORS request did not succeed/i, "network-error"],
];

const blocked =
  /Cross-Origin Request Blocked: .*? at (\S+?)\.?(?=\s|$)(?:\s*\(Reason:\s*([^]*?)\)\.?(?:\s|$|\[|Status))?/i;
const others: readonly (readonly [RegExp, AskedAs | undefined])[] = [
  [/downloadable font:.*? source: (\S+)/, "font"],
  [/Blocked loading mixed (?:active |display )?content [“"]([^”"]+)[”"]/, undefined],
  [/The resource at [“"]([^”"]+)[”"] was blocked due to its Cross-Origin-Resource-Policy/, "image"],
  [/Loading (?:module )?(?:from )?[“"]([^”"]+)[”"] was blocked/, "module"],
  [/Loading failed for the <script> with source [“"]([^”"]+)[”"]/, "script"],
  [/establish a connection to the server at (wss?:\/\/\S+?)\.?(?:\s|$)/, "websocket"],
];

/** Reads a line of Firefox. */
export function readFirefoxLine(text: string): ConsoleLine | undefined {
  const match = blocked.exec(text);
  if (match) {
    const [, url, reason = text] = match;
    return { profile: "firefox", url, ...findWording(reason, wordings) };
  }
  for (const [pattern, as] of others) {
    const [, url] = pattern.exec(text) ?? [];
    if (url !== undefined) return { profile: "firefox", url, as, isPreflight: false };
  }
  return undefined;
}
