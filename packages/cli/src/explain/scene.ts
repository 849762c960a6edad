import { UsageError } from "../usage-error.ts";
import type { Scene } from "./play.ts";
import type { Question } from "./report.ts";

const defaultOrigin = "https://example.com";

/** Reads a question strictly: a typing error must not look like a CORS problem. */
export function readScene(question: Question): Scene {
  const { method, headers, body, credentials } = question;
  const url = readUrl(question.url);
  return {
    url: url.href,
    origin: readOrigin(question.origin ?? defaultOrigin),
    profile: question.profile ?? "chromium",
    init: {
      ...(method === undefined ? {} : { method }),
      ...(headers === undefined
        ? {}
        : { headers: headers.map(([name, value]): [string, string] => [name, value]) }),
      ...(body === undefined ? {} : { body }),
      ...(credentials === undefined ? {} : { credentials }),
    },
  };
}

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
