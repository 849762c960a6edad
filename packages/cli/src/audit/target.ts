import { originProblem } from "@crossgate/core/origin-entry";
import type { GivenHeader } from "../given/given.ts";
import { readOrigin, readUrl } from "../read-url.ts";
import { UsageError } from "../usage-error.ts";
import type { AuditQuestion } from "./report.ts";

/** What is audited, for whom, and as whom. */
export interface Target {
  readonly url: URL;
  /** Who is meant to be allowed; without a name it is the URL's own origin. */
  readonly allowed: readonly string[];
  readonly isNamed: boolean;
  /** Of someone who is signed in, by name; one of each name. */
  readonly headers: readonly GivenHeader[];
}

/** Headers of a copied request that each probe, or its connection, sets by itself. */
const ownHeaders =
  /^(?:connection|content-length|expect|keep-alive|te|transfer-encoding|upgrade|access-control-request-.*|sec-fetch-.*)$/i;

/**
 * Reads what an audit is asked. A header that only a browser sets says what a browser means by it:
 * `Origin` names a page that is meant to be allowed.
 *
 * @throws UsageError for what is no URL, no page or no header
 */
export function readTarget({ url: written, allowed = [], headers = [] }: AuditQuestion): Target {
  const url = readUrl(written);
  const isOrigin = ([name]: GivenHeader): boolean => name.toLowerCase() === "origin";
  const pages = [...allowed, ...headers.filter(isOrigin).map(([, value]) => value)];
  const named = [...new Set(pages.map(readPage))];
  const typed = headers.filter((header) => !isOrigin(header) && !ownHeaders.test(header[0]));
  return {
    url: withoutUser(url),
    allowed: named.length > 0 ? named : [url.origin],
    isNamed: named.length > 0,
    headers: joined([...userOf(url), ...typed]),
  };
}

function readPage(text: string): string {
  const origin = readOrigin(text);
  if (originProblem(origin) === undefined) return origin;
  throw new UsageError(
    `${JSON.stringify(text)} is not the origin of one page: any sandboxed page or file has it. Name yours, such as https://app.example.com`,
  );
}

/** A name and password in a URL are sent as curl sends them; Fetch takes no such URL. */
function userOf({ username, password }: URL): readonly GivenHeader[] {
  if (username === "" && password === "") return [];
  const pair = [username, password].map(unescaped).join(":");
  return [["authorization", `Basic ${Buffer.from(pair).toString("base64")}`]];
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function withoutUser(url: URL): URL {
  const bare = new URL(url);
  bare.username = "";
  bare.password = "";
  return bare;
}

/** Cookies of several lines are one list; of any other name the last line counts. */
function joined(headers: readonly GivenHeader[]): readonly GivenHeader[] {
  const byName = new Map<string, string>();
  for (const [written, value] of headers) {
    const name = written.toLowerCase();
    assertSendable(name, value);
    const before = byName.get(name);
    byName.set(name, name === "cookie" && before ? `${before}; ${value}` : value);
  }
  return [...byName];
}

function assertSendable(name: string, value: string): void {
  if (name === "host") {
    throw new UsageError(
      "Host is the host of the URL. Write the URL with that host, and say where it is: --resolve api.example.com:443:127.0.0.1",
    );
  }
  try {
    new Headers().set(name, value);
  } catch {
    throw new UsageError(
      `The header ${JSON.stringify(name)} cannot be sent: its name or its value has a character that headers do not have.`,
    );
  }
}
