import { originProblem } from "@crossgate/core/origin-entry";
import { UsageError } from "./usage-error.ts";

/** Reads the URL of a server that answers HTTP. */
export function readUrl(text: string): URL {
  const url = readAnyUrl(text);
  if (url.protocol === "http:" || url.protocol === "https:") return url;
  throw new UsageError(`${url.protocol} URLs have no CORS; use http: or https:`);
}

/** Reads a URL of any scheme. A host alone is not one, and the error spells it right. */
export function readAnyUrl(text: string): URL {
  const trimmed = text.trim();
  if (URL.canParse(trimmed) && !looksLikeHost(trimmed)) return new URL(trimmed);
  throw new UsageError(`${JSON.stringify(text)} is not a URL${suggestion(trimmed)}`);
}

/** Reads an origin; a page's URL will do. */
export function readOrigin(text: string): string {
  const trimmed = text.trim();
  if (trimmed === "null") return trimmed;
  if (!URL.canParse(trimmed) || looksLikeHost(trimmed)) {
    throw new UsageError(`${JSON.stringify(text)} is not an origin${suggestion(trimmed)}`);
  }
  const { origin, protocol, host } = new URL(trimmed);
  if (/^wss?:$/.test(protocol)) {
    const page = origin.replace("ws", "http");
    throw new UsageError(`${JSON.stringify(text)} is a socket, and no page; did you mean ${page}`);
  }
  if (/^https?:$/.test(protocol) && !isOfOnePage(origin)) {
    throw new UsageError(
      `${JSON.stringify(text)} is not the origin of one page; name one, such as https://app.example.com`,
    );
  }
  if (origin !== "null") return origin;
  return host === "" ? "null" : `${protocol}//${host}`;
}

/** A list parses as a URL of an odd host, and so does a pattern. */
function isOfOnePage(origin: string): boolean {
  return !origin.includes("*") && originProblem(origin) === undefined;
}

/** `localhost:3000` parses as a URL of the scheme `localhost:`; `//host` and `host/path` do not parse. */
function looksLikeHost(text: string): boolean {
  return (
    /^(?:\/\/)?(?:[\w-]+(?:\.[\w-]+)*|\[[\da-f:]+\])(?::\d+)?(?:[/?#]|$)/i.test(text) &&
    !/^[a-z][\w+.-]*:\/\//i.test(text)
  );
}

function suggestion(text: string): string {
  if (!looksLikeHost(text)) return "; write it with its scheme, such as https://example.com";
  const bare = text.replace(/^\/\//, "");
  const isLocal = /^(?:localhost|127\.|\[::1\]|0\.0\.0\.0|192\.168\.|10\.|[\w-]+:\d+)/i.test(bare);
  return `; did you mean ${isLocal ? "http" : "https"}://${bare}`;
}
