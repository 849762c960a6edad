import type { AskedAs } from "../given.ts";
import { chromiumThing } from "./chromium.ts";
import type { ConsoleLine } from "./line.ts";

const mixed =
  /Mixed Content: The page at '([^']+)' was loaded over HTTPS, but (?:requested|attempted to connect to) (?:an |the )?insecure (.+?) '([^']+)'/i;
const failed =
  /(?:\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) )?((?:https?|wss?):\/\/\S+) net::(ERR_[A-Z_.\w]+)/;
const resource =
  /(?:((?:https?|wss?):\/\/\S+?|(?:localhost|[\w-]+(?:\.[\w-]+)+)(?::\d+)?\/\S*?)(?::\d+)* )?Failed to load resource: (?:net::(ERR_[A-Z_.\w]+)|the server responded with a status of \d+)/i;
const socket = /WebSocket connection to '([^']+)' failed/i;
const worker = /The FetchEvent for '([^']+)' resulted in a network error response/i;
const readBlocking =
  /Cross-Origin Read Blocking \(CORB\) blocked cross-origin response '?(\S+?)'?(?:\s|$)/i;
const securityPolicy: readonly RegExp[] = [
  /Refused to [\w ]+? (?:the \w+ )?'?((?:https?|wss?):\/\/[^'\s]+?)'? because it (?:violates|does not appear in)/i,
  /(?:Connecting to|Loading the \w+|Fetch API cannot load|Framing) '?((?:https?|wss?):\/\/[^'\s]+?)'?\.? (?:violates the following Content Security Policy|Refused to connect because it violates)/i,
  /Content[- ]Security[- ]Policy: The page's settings blocked .*? at ((?:https?|wss?):\/\/\S+?)(?: because|\s|$)/i,
];

/** What Chromium's names of errors tell beyond "it failed". */
const errors: readonly (readonly [RegExp, Partial<ConsoleLine>])[] = [
  [
    /BLOCKED_BY_CLIENT/,
    {
      note: "The browser itself did not send it (ERR_BLOCKED_BY_CLIENT): an extension such as an ad blocker did that, and no header changes it.",
    },
  ],
  [
    /BLOCKED_BY_ORB/,
    {
      as: "image",
      note: "An element asked without CORS, and the response was not of its kind (ERR_BLOCKED_BY_ORB): an error page in place of an image, or data.",
    },
  ],
  [/BLOCKED_BY_RESPONSE\S*ByCoep/i, { as: "image", embedderPolicy: "require-corp" }],
  [/BLOCKED_BY_RESPONSE/, { as: "image" }],
];

/** Reads what a console says of a request that is not, or not only, CORS. */
export function readBesideCors(text: string): ConsoleLine | undefined {
  return readPolicy(text) ?? readMixed(text) ?? readFailed(text);
}

/** The page's own Content-Security-Policy. */
function readPolicy(text: string): ConsoleLine | undefined {
  for (const pattern of securityPolicy) {
    const [, url] = pattern.exec(text) ?? [];
    if (url !== undefined) {
      const isFirefox = /^.{0,30}Content-Security-Policy:/i.test(text);
      return {
        profile: isFirefox ? "firefox" : "chromium",
        url,
        isPreflight: false,
        note: "The line is about the Content-Security-Policy of the page itself: add the server to its connect-src, or to the directive that the line names. Nothing was sent, so CORS comes after that.",
      };
    }
  }
  return undefined;
}

function readMixed(text: string): ConsoleLine | undefined {
  const [, page, thing = "", url] = mixed.exec(text) ?? [];
  if (page === undefined) return undefined;
  const as: AskedAs = chromiumThing(thing.replace(/ endpoint$/i, "")) ?? "fetch";
  return { profile: "chromium", url, origin: page, as, isPreflight: false };
}

function readFailed(text: string): ConsoleLine | undefined {
  const line = { profile: "chromium", isPreflight: false } as const;
  const [, ws] = socket.exec(text) ?? [];
  if (ws !== undefined) return { ...line, url: ws, as: "websocket" };
  const [, blocked] = readBlocking.exec(text) ?? [];
  if (blocked !== undefined) return { ...line, ...errors[1]?.[1], url: blocked };
  const [, fetched] = worker.exec(text) ?? [];
  if (fetched !== undefined) return { ...line, url: fetched };
  const match = failed.exec(text) ?? resource.exec(text);
  if (!match) return undefined;
  const [, url, error = ""] = match;
  const [, more] = errors.find(([pattern]) => pattern.test(error)) ?? [];
  return { ...line, ...more, url: url && withScheme(url) };
}

/** Consoles leave the scheme out beside an error. */
function withScheme(url: string): string {
  if (/^[a-z]+:\/\//i.test(url)) return url;
  return `${url.startsWith("localhost") ? "http" : "https"}://${url}`;
}
