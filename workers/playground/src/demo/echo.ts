import { LIMITS } from "./limits.ts";
import type { HeaderLine } from "./by-hand.ts";

/** What arrived, as the response says it back. */
export interface Received {
  readonly method: string;
  readonly headers: readonly HeaderLine[];
  readonly body: string;
}

/** Headers whose value is the page's own, or says no more than what the browser is about to do. */
const TOLD = ["origin", "content-type", "x-demo", "x-requested-with"];
const SENT = "(sent; the value is not repeated)";
const PROXY = /^x-(?:forwarded|real)/u;
const MOST_NAMES = 10;
const LONGEST_VALUE = 200;

/**
 * The headers that may be said back. Any page can ask the endpoint, and choose the policy under
 * which it reads the response. So it tells nothing that a browser or a proxy adds by itself.
 * Examples are another cookie of the domain, a login or an address.
 */
export function tellHeaders(headers: Headers): readonly HeaderLine[] {
  const lines: HeaderLine[] = [];
  for (const [name, value] of headers) {
    if (TOLD.includes(name)) lines.push([name, value.slice(0, LONGEST_VALUE)]);
    else if (name === "authorization") lines.push([name, SENT]);
    else if (name.startsWith("x-") && !PROXY.test(name)) lines.push([name, SENT]);
  }
  const visits = visitsOf(headers);
  if (visits > 0) lines.push(["cookie", `visits=${visits}`]);
  return lines.slice(0, MOST_NAMES);
}

/** How often this browser has been here, by the one cookie of the demonstration. */
export function visitsOf(headers: Headers): number {
  const cookie = /(?:^|;\s*)visits=(\d{1,4})(?:;|$)/u.exec(headers.get("cookie") ?? "");
  return Number(cookie?.[1] ?? 0);
}

/** Page and API are of two sites, so only `SameSite=None` lets the cookie travel. */
export function visitsCookie(visits: number): string {
  return `visits=${visits}; Path=/demo; Max-Age=600; HttpOnly; Secure; SameSite=None; Partitioned`;
}

/** The body as text; undefined for one that is longer than the endpoint takes. */
export async function readBody(request: Request): Promise<string | undefined> {
  const stream: Request["body"] | undefined = request.body;
  if (stream === null) return "";
  // Firefox has no such member. There it is the page that answers itself.
  if (stream === undefined) return request.text();
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > LIMITS.body) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
