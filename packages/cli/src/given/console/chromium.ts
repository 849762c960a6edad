import type { AskedAs } from "../given.ts";
import { type ConsoleLine, findWording, type Wording } from "./line.ts";

/** What Chromium calls the thing that was asked for. */
const things: Readonly<Record<string, AskedAs>> = {
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
  resource: "eventsource",
};

/** Chromium's sentences, of today and of the years before. */
const wordings: readonly Wording[] = [
  [/Permission was denied for this request to access the/, "local-network-denied"],
  [
    /is not a secure context and the resource is in more-private address space/,
    "local-network-insecure",
  ],
  [/had a target IP address space of/, "local-network-mismatch"],
  [/Redirect is not allowed for a preflight request/, "preflight-redirect", true],
  [/It does not have HTTP ok status/, "preflight-status", true],
  [
    /Invalid (?:HTTP )?status code|Response for preflight has invalid HTTP status/,
    "preflight-status",
    true,
  ],
  [/must not be the wildcard '\*'|wildcard '\*' cannot be used/i, "acao-wildcard-credentials"],
  [/contains multiple values '([^']*)'/, "acao-multiple"],
  [/contains the invalid value '([^']*)'/, "acao-invalid"],
  [/No 'Access-Control-Allow-Origin' header is present/, "acao-missing"],
  [/header has a value '([^']*)' that is not equal to the supplied origin/, "acao-mismatch"],
  [/'Access-Control-Allow-Credentials' header in the response is '(?!')([^']+)'/, "acac-not-true"],
  [/'Access-Control-Allow-Credentials' header/, "acac-missing"],
  [/Cannot parse Access-Control-Allow-Methods/, "methods-unparsable", true],
  [/Method (\S+) is not allowed by Access-Control-Allow-Methods/, "method-not-allowed", true],
  [/Cannot parse Access-Control-Allow-Headers/, "headers-unparsable", true],
  [
    /Request header field (\S+) is not allowed by Access-Control-Allow-Headers/,
    "header-not-allowed",
    true,
  ],
  [/Redirect location '([^']*)' contains a username and password/, "redirect-userinfo"],
  [
    /Cross origin requests are only supported for|URL scheme "[^"]*" is not supported/,
    "scheme-not-http",
  ],
  [/Request mode is "same-origin" but the URL's origin is not same/, "mode-same-origin"],
  [/Request mode is "no-cors" but the redirect mode is not "follow"/, "no-cors-redirect-mode"],
];

const access =
  /Access to (.+?) at '([^']+)'(?: \(redirected from '([^']+)'\))? from origin '([^']+)' has been blocked by CORS policy/;
const older =
  /(XMLHttpRequest|Fetch API) cannot load (\S+?)\.? (?:.*?Origin '([^']+)' is therefore not allowed access)?/;
const mixed =
  /Mixed Content: The page at '([^']+)' was loaded over HTTPS, but (?:requested|attempted to connect to) (?:an insecure )?(\S+).*? '([^']+)'/;
const failed =
  /\b(?:(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) )?((?:https?|wss?):\/\/\S+) net::(ERR_[A-Z_]+)/;
const socket = /WebSocket connection to '([^']+)' failed/;

/** Reads a line of Chromium, Chrome, Edge or another browser made of it. */
export function readChromiumLine(text: string): ConsoleLine | undefined {
  return readAccess(text) ?? readOther(text);
}

function readAccess(text: string): ConsoleLine | undefined {
  const match = access.exec(text);
  if (match) {
    const [, thing = "", url, first, origin] = match;
    const found = findWording(text, wordings);
    return {
      profile: "chromium",
      url: first ?? url,
      origin,
      as: things[thing.toLowerCase()],
      ...found,
      isPreflight: found.isPreflight || text.includes("preflight request"),
    };
  }
  const old = older.exec(text);
  if (!old || /due to access control checks/.test(text)) return undefined;
  const [, what, url, origin] = old;
  const as = what === "Fetch API" ? "fetch" : "xhr";
  return { profile: "chromium", url, origin, as, ...findWording(text, wordings) };
}

function readOther(text: string): ConsoleLine | undefined {
  const [, page, thing = "", insecure] = mixed.exec(text) ?? [];
  if (page !== undefined) {
    const as = things[thing.toLowerCase()] ?? "fetch";
    return { profile: "chromium", url: insecure, origin: page, as, isPreflight: false };
  }
  const [, ws] = socket.exec(text) ?? [];
  if (ws !== undefined) {
    return { profile: "chromium", url: ws, as: "websocket", isPreflight: false };
  }
  const [, , url] = failed.exec(text) ?? [];
  return url === undefined ? undefined : { profile: "chromium", url, isPreflight: false };
}
