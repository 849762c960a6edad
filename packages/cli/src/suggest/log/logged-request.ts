import { type Fields, isWritten } from "./fields.ts";

/** What one record of a log tells of a request that a page of another origin has sent. */
export interface LoggedRequest {
  readonly origin: string;
  /** Whether the record has only the page's address, which links and images send too. */
  readonly isReferer: boolean;
  /** Whether the gate that wrote the record had denied it. */
  readonly isRefused: boolean;
  /** The method; of a preflight the one that it asks for. */
  readonly method: string | undefined;
  /** The header names that a preflight asks for; undefined where the log does not tell. */
  readonly headers: readonly string[] | undefined;
  /** Whether it had cookies; undefined where the log does not tell. */
  readonly credentials: boolean | undefined;
}

/** A request of the server's own pages, which needs no permission. */
export const OWN = "own";

/** Reasons of a verdict that keep from the page what it asked for. */
const refusals = new Set([
  "origin-denied",
  "origin-malformed",
  "origin-null",
  "origin-check-failed",
  "method-not-allowed",
  "header-not-allowed",
  "no-policy",
]);

/**
 * What the fields of a record say.
 *
 * @returns undefined where no page asked, and `OWN` for a page of the server itself
 */
export function requestOf(fields: Fields): LoggedRequest | typeof OWN | undefined {
  const named = originOf(fields);
  const origin = named ?? refererOf(fields);
  if (origin === undefined || origin === "") return undefined;
  if (isOwn(origin, fields)) return OWN;
  const method = fields.text("access-control-request-method") || fields.text("method");
  return {
    origin,
    isReferer: named === undefined,
    isRefused: refusals.has(fields.text("reason") ?? "") || isDenial(fields.text("allowed")),
    // What an OPTIONS asks for is not told here.
    method: method === "OPTIONS" ? undefined : method,
    headers: namesOf(fields),
    credentials: credentialsOf(fields),
  };
}

/** As other languages write it, too. */
function isDenial(allowed = ""): boolean {
  return allowed.toLowerCase() === "false";
}

/** A verdict's origin may be anything that a stranger sent; elsewhere `origin: "fetch"` is none. */
function originOf(fields: Fields): string | undefined {
  const origin = fields.text("origin");
  if (origin === undefined || origin === "" || isWritten(origin)) return origin;
  return fields.hasAllHeaders || fields.text("kind") !== undefined ? origin : undefined;
}

function refererOf(fields: Fields): string | undefined {
  const referer = fields.text("referer");
  // Where every header is told, one that is absent was not sent.
  if (referer === undefined || fields.hasAllHeaders || !URL.canParse(referer)) return undefined;
  const { origin, protocol } = new URL(referer);
  return protocol === "https:" || protocol === "http:" ? origin : undefined;
}

function isOwn(origin: string, fields: Fields): boolean {
  if (fields.text("reason") === "same-origin") return true;
  if (fields.text("sec-fetch-site") === "same-origin") return true;
  const asked = fields.text("asked-host") || fields.text("host") || hostOf(fields.text("url"));
  if (asked === undefined) return false;
  const host = asked.replace(/:(?:80|443)$/, "");
  return origin === `https://${host}` || origin === `http://${host}`;
}

function hostOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).host || undefined : undefined;
}

function namesOf(fields: Fields): readonly string[] | undefined {
  const names = fields.text("access-control-request-headers") ?? fields.text("headers");
  if (names === undefined) return fields.hasAllHeaders ? [] : undefined;
  return names
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((name) => name !== "");
}

function credentialsOf(fields: Fields): boolean | undefined {
  const cookie = fields.text("cookie") ?? fields.text("credentials");
  if (cookie !== undefined) return !["", "false", "omit", "same-origin"].includes(cookie);
  return fields.hasAllHeaders ? false : undefined;
}
