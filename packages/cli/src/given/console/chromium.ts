import type { AskedAs } from "../given.ts";
import { type ConsoleLine, findWording, unbroken, type Wording } from "./line.ts";
import { dictionary } from "../../dictionary.ts";

/** What Chromium calls the thing that was asked for. */
const things = dictionary<AskedAs>({
  fetch: "fetch",
  xmlhttprequest: "xhr",
  image: "image",
  font: "font",
  script: "script",
  "module script": "module",
  "css stylesheet": "style",
  stylesheet: "style",
  audio: "media",
  video: "media",
  manifest: "manifest",
  websocket: "websocket",
  eventsource: "eventsource",
});

/** Chromium's sentences, of today and of the years before. */
const wordings: readonly Wording[] = [
  [/Permission was denied for this request to access the/i, "local-network-denied"],
  [
    /is not a secure context and the resource is in more-private address space/i,
    "local-network-insecure",
  ],
  [/had a target IP address space of/i, "local-network-mismatch"],
  [/Redirect is not allowed for a preflight request/i, "preflight-redirect", true],
  [/It does not have HTTP ok status/i, "preflight-status", true],
  [
    /Invalid (?:HTTP )?status code|Response for preflight has invalid HTTP status/i,
    "preflight-status",
    true,
  ],
  [/must not be the wildcard '\*'|wildcard '\*' cannot be used/i, "acao-wildcard-credentials"],
  [/contains multiple values '([^']*)'/i, "acao-multiple"],
  [/contains the invalid value '([^']*)'/i, "acao-invalid"],
  [/No '?Access-Control-Allow-Origin'? header (?:is|was) present/i, "acao-missing"],
  [/header has a value '([^']*)' that is not equal to the supplied origin/i, "acao-mismatch"],
  [
    /'?Access-Control-Allow-Credentials'? header in the response is '(?!')([^']+)'/i,
    "acac-not-true",
  ],
  [/'?Access-Control-Allow-Credentials'? header/i, "acac-missing"],
  [/Cannot parse Access-Control-Allow-Methods/i, "methods-unparsable", true],
  [/Method (\S+) is not allowed by Access-Control-Allow-Methods/i, "method-not-allowed", true],
  [/Cannot parse Access-Control-Allow-Headers/i, "headers-unparsable", true],
  [
    /Request header field '?([^\s']+)'? is not allowed by Access-Control-Allow-Headers/i,
    "header-not-allowed",
    true,
  ],
  [/Redirect location '([^']*)' contains a username and password/i, "redirect-userinfo"],
  [
    /Cross origin requests are only supported for|URL scheme '[^']*' is not supported/i,
    "scheme-not-http",
  ],
  [/Request mode is 'same-origin' but the URL's origin is not same/i, "mode-same-origin"],
  [/Unsafe attempt to load URL \S+ from frame with URL/i, "mode-same-origin"],
  [/Request mode is 'no-cors' but the redirect mode is not 'follow'/i, "no-cors-redirect-mode"],
];

const access =
  /Access to (.+?) at (?:'(.+?)'|(\S+))(?: \(redirected from (?:'(.+?)'|(\S+?))\))? from origin(?: (?:'([^']+)'|((?:null\b|[a-z][a-z\d+.-]*:)[^\s']*)))?/i;
const older =
  /(?:(XMLHttpRequest|Fetch API|EventSource) cannot load (\S+?)\.?(?=\s|$)|Failed to load ([a-z][a-z\d+.-]*:\/\/\S+?): )/i;
const unsafe = /Unsafe attempt to load URL (\S+) from frame with URL (\S+?)\.(?=\s|$)/i;
const olderOrigin = /Origin '?([^'\s]+?)'? is therefore not allowed access/i;
const element =
  /\b(\w+) from origin '[^']+' has been blocked from loading by Cross-Origin Resource Sharing policy/i;
const edge = /SEC7120: .*?[Oo]rigin '?([^'\s]+)'? (?:did not find|not found)/;

/** Reads a line of Chromium, Chrome, Edge or another browser made of it. */
export function readChromiumLine(text: string): ConsoleLine | undefined {
  return readAccess(text) ?? readUnsafe(text) ?? readOlder(text) ?? readEdge(text);
}

function readAccess(text: string): ConsoleLine | undefined {
  const match = access.exec(text);
  if (!match) return undefined;
  const [, thing = "", quoted, bare, quotedFirst, bareFirst, quotedOrigin, bareOrigin] = match;
  const found = findWording(text, wordings);
  return {
    profile: "chromium",
    url: unbroken(quotedFirst ?? bareFirst ?? quoted ?? bare),
    origin: unbroken(quotedOrigin ?? bareOrigin),
    // An EventSource is "resource" there, and nowhere else.
    as: /^resource$/i.test(thing) ? "eventsource" : chromiumThing(thing),
    ...found,
    isPreflight: found.isPreflight || /preflight request/i.test(text),
  };
}

/** A request that may not leave the page's origin. */
function readUnsafe(text: string): ConsoleLine | undefined {
  const [, url, page] = unsafe.exec(text) ?? [];
  if (url === undefined || page === undefined || !URL.canParse(page)) return undefined;
  return { profile: "chromium", url, origin: new URL(page).origin, ...findWording(text, wordings) };
}

/** What a word of Chromium stands for. */
export function chromiumThing(word: string): AskedAs | undefined {
  return things[word.toLowerCase()];
}

function readOlder(text: string): ConsoleLine | undefined {
  const found = findWording(text, wordings);
  const isPreflight = found.isPreflight || /preflight request/i.test(text);
  const origin = olderOrigin.exec(text)?.[1];
  const [, thing] = element.exec(text) ?? [];
  if (thing !== undefined) {
    return { profile: "chromium", origin, as: chromiumThing(thing), ...found, isPreflight };
  }
  const match = older.exec(text);
  // Safari has the same words in front of its own sentences.
  if (!match) return readAlone(text, { ...found, isPreflight });
  if (/due to access control checks|allowed by Access-Control-Allow-Origin/i.test(text)) {
    return undefined;
  }
  const [, what = "XMLHttpRequest", url, loaded] = match;
  // Chromium names a reason behind these words, and Safari may leave it at them.
  if (what === "Fetch API" && found.said === undefined) return undefined;
  const as = { fetch: "fetch", event: "eventsource", xmlht: "xhr" } as const;
  const key = what.slice(0, 5).toLowerCase() as keyof typeof as;
  return { profile: "chromium", url: url ?? loaded, origin, as: as[key], ...found, isPreflight };
}

/** The end of a line, without the address in front. */
function readAlone(text: string, found: ReturnType<typeof findWording>): ConsoleLine | undefined {
  const isOwn =
    /blocked by CORS policy|Response to preflight request doesn't pass|header is present on the requested resource/i;
  return isOwn.test(text) && found.said !== undefined
    ? { profile: "chromium", ...found }
    : undefined;
}

/** Edge, before it was made of Chromium. */
function readEdge(text: string): ConsoleLine | undefined {
  const [, origin] = edge.exec(text) ?? [];
  if (origin === undefined) return undefined;
  const [, url] = /resource at '?([^'\s]+?)'?\.?(?:\s|$)/.exec(text) ?? [];
  return { profile: "chromium", url, origin, said: "acao-missing", isPreflight: false };
}
