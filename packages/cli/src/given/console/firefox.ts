import type { CorsCode } from "@crossgate/browser";
import type { AskedAs } from "../given.ts";
import { type ConsoleLine, findWording, type Wording } from "./line.ts";

/** Firefox's reasons, as its console and as its list of requests has them. */
const wordings: readonly Wording[] = [
  [/CORS request not http/i, "scheme-not-http"],
  [/external redirect not allowed/i, "preflight-redirect", true],
  [/CORS preflight (?:response |channel )?did not succeed/i, "preflight-status", true],
  [
    /Multiple CORS header '?Access-Control-Allow-Origin|CORS Multiple Allow Origin/i,
    "acao-multiple",
  ],
  [/Access-Control-Allow-Origin'? does not match '?([^')]*)/i, "acao-mismatch"],
  [/CORS Allow Origin Not Matching Origin/i, "acao-mismatch"],
  [/Access-Control-Allow-Origin'? missing|CORS Missing Allow Origin/i, "acao-missing"],
  [/Credential is not supported|CORS Not Supporting Credentials/i, "acao-wildcard-credentials"],
  [/expected '?true'? in CORS header|CORS Missing Allow Credentials/i, "acac-missing"],
  [
    /'?Authorization'? header is not covered|Access-Control-Allow-Headers'? is '\*'/i,
    "authorization-needs-explicit",
    true,
  ],
  [
    /invalid token '?(.*?)'? in CORS header '?Access-Control-Allow-Methods/i,
    "methods-unparsable",
    true,
  ],
  [
    /invalid token '?(.*?)'? in CORS header '?Access-Control-Allow-Headers/i,
    "headers-unparsable",
    true,
  ],
  [/Did not find method in CORS header|CORS Method Not Found/i, "method-not-allowed", true],
  [/header '?([\w-]+)'? is not allowed according to/i, "header-not-allowed", true],
  [/missing token '?([\w-]+)'? in CORS header/i, "header-not-allowed", true],
  [/CORS request did not succeed|CORS Did Not Succeed/i, "network-error"],
];

const blocked =
  /Cross-Origin Request (?:Blocked|Warning): .*? at '?(\S+?)'?\.?(?=\s|$)(?:.*?\(Reason:\s*(.*?)\)\.?(?:\s|$|\[|Status))?/i;
/** A request of the console, copied with the reason beside it. */
const listed =
  /XHR ?(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) ?(https?:\/\/\S+?) (CORS [A-Z][\w ]*|\[HTTP\/[\d.]+ \d{3})/;
const others: readonly (readonly [RegExp, AskedAs | undefined, CorsCode?])[] = [
  [/downloadable font:.*? source: (\S+)/, "font"],
  [/Blocked loading mixed (?:active |display )?content '([^']+)'/, undefined],
  [
    /The resource at ['"“]([^'"”]+)['"”] was blocked due to its Cross-Origin-Resource-Policy/,
    "image",
    "embedding-refused",
  ],
  [
    /Security Error: Content at \S+ may not load data from (\S+?)\.(?=\s|$)/,
    undefined,
    "mode-same-origin",
  ],
  [/Loading (?:module )?(?:from )?'([^']+)' was blocked/, "module"],
  [/Loading failed for the <(?:module )?script> with source '([^']+)'/, "script"],
  [/establish a connection to the server at (wss?:\/\/\S+?)\.?(?:\s|$)/, "websocket"],
];

/** Reads a line of Firefox. */
export function readFirefoxLine(text: string): ConsoleLine | undefined {
  const match = blocked.exec(text) ?? listed.exec(text);
  if (match) {
    const [, url, reason = text] = match;
    return { profile: "firefox", url, ...findWording(reason, wordings), ...noteOf(reason) };
  }
  for (const [pattern, as, said] of others) {
    const [, url] = pattern.exec(text) ?? [];
    if (url !== undefined) return { profile: "firefox", url, as, said, isPreflight: false };
  }
  return undefined;
}

function noteOf(reason: string): Pick<ConsoleLine, "note"> {
  if (/did not succeed/i.test(reason) && !/preflight/i.test(reason)) {
    return {
      note: "Firefox writes this line where no answer came, and also behind a line about the preflight of the same request: that one names the reason.",
    };
  }
  return /CORS disabled/i.test(reason)
    ? { note: "CORS is switched off in this Firefox: content.cors.disable, in about:config." }
    : {};
}
