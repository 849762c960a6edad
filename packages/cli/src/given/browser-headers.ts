import type { Given, GivenHeader } from "./given.ts";
import { dictionary } from "../dictionary.ts";

/**
 * Headers that the browser sets by itself, so that a copied request has them and its script had
 * not. `accept` with the browser's own value belongs to them.
 *
 * @see https://fetch.spec.whatwg.org/#forbidden-request-header
 */
const ofBrowsers =
  /^(?::.*|accept-charset|accept-encoding|access-control-request-.*|connection|content-length|cookie2?|date|dnt|expect|host|if-(?:match|modified-since|none-match|range|unmodified-since)|keep-alive|origin|priority|proxy-.*|referer|referrer-policy|sec-.*|te|trailer|transfer-encoding|upgrade|upgrade-insecure-requests|user-agent|via|x-client-data)$/;

/** Values that every browser sends and hardly a script sets. */
const ambientValues = dictionary<RegExp>({
  accept: /^\*\/\*$|^text\/html,application\/xhtml\+xml|^image\/avif|^text\/css,\*/,
  "accept-language": /^[\w-]+(?:,[\w-]+(?:;q=[\d.]+)?)*$/,
  "cache-control": /^(?:no-cache|max-age=0)$/,
  pragma: /^no-cache$/,
  purpose: /^prefetch$/,
});

/** What the headers of a copied request say, those of its script apart from the browser's. */
export function readCopiedHeaders(
  lines: readonly GivenHeader[],
): Pick<Given, "headers" | "origin" | "cookie" | "userAgent" | "referer"> {
  const headers: GivenHeader[] = [];
  const own = new Map<string, string>();
  for (const [name, value] of lines) {
    const lower = name.toLowerCase();
    own.set(lower, value);
    if (ofBrowsers.test(lower) || (ambientValues[lower]?.test(value) ?? false)) continue;
    headers.push([name, value]);
  }
  const origin = own.get("origin") ?? originOfUrl(own.get("referer"));
  return {
    headers,
    ...present("origin", origin),
    ...present("cookie", own.get("cookie")),
    ...present("userAgent", own.get("user-agent")),
    ...present("referer", own.get("referer")),
  };
}

/**
 * The request behind a preflight that someone copied, or wrote by hand to try a server. The browser
 * sends preflights by itself.
 *
 * @returns undefined for what is no preflight
 */
export function requestBehind(
  method: string,
  lines: readonly GivenHeader[],
): Pick<Given, "method" | "headers" | "isPartial" | "notes"> | undefined {
  const value = (name: string): string | undefined =>
    lines.find(([one]) => one.toLowerCase() === name)?.[1].trim();
  const asked = value("access-control-request-method");
  if (method.toUpperCase() !== "OPTIONS" || asked === undefined || asked === "") return undefined;
  const names = (value("access-control-request-headers") ?? "").split(/[\s,]+/).filter(Boolean);
  return {
    method: asked,
    headers: names.map((name) => [name, guessOf(name)]),
    isPartial: true,
    notes: [
      `That is a preflight. The request behind it is explained: ${asked}${names.length === 0 ? "" : ` with ${names.join(", ")}, whose values are guesses`}.`,
    ],
  };
}

/** A value with which the browser asks first. */
export function guessOf(name: string): string {
  if (/^content-type$/i.test(name)) return "application/json";
  // Of these the value decides: a plain one asks no one.
  if (/^(?:accept|accept-language|content-language)$/i.test(name)) return '"..."';
  if (/^range$/i.test(name)) return "bytes=0-0,-1";
  return /^authorization$/i.test(name) ? "Bearer ..." : "1";
}

/** A member, unless it has no value. */
export function present<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: Value });
}

/** The origin of a page's URL; undefined where there is none. */
export function originOfUrl(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const { origin } = new URL(text);
  return origin === "null" ? undefined : origin;
}
