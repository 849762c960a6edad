import { UsageError } from "./usage-error.ts";

/** Reads the URL of a server. */
export function readUrl(text: string): URL {
  if (!URL.canParse(text)) {
    const guess = /^[\w.-]+(?::\d+)?(?:\/|$)/.test(text) ? `; did you mean https://${text}` : "";
    throw new UsageError(`${JSON.stringify(text)} is not a URL${guess}`);
  }
  const url = new URL(text);
  if (url.protocol === "http:" || url.protocol === "https:") return url;
  throw new UsageError(`${url.protocol} URLs have no CORS; use http: or https:`);
}

/** Reads an origin; a page's URL will do. */
export function readOrigin(text: string): string {
  if (text === "null") return text;
  if (!URL.canParse(text)) throw new UsageError(`${JSON.stringify(text)} is not an origin`);
  const { origin, protocol, host } = new URL(text);
  return origin === "null" ? `${protocol}//${host}` : origin;
}
