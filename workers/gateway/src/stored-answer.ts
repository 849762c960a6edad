import { sharedLifetimeOf, TARGETED } from "./shared-lifetime.ts";

/** What the Cache API could take for its own orders. */
const CONTROLS = [...TARGETED, "cache-control"];

/** What Cloudflare's edge says of the one request whose response this was. */
const OF_THE_EDGE = "cf-";

/** Before the name of a field that is put aside. */
const ASIDE = "x-crossgate-aside-";

/**
 * A response as it is stored: decoded, with its lifetime in the only words that the Cache API
 * reads.
 */
export function toStored({ status, headers: given }: Response, bytes: Uint8Array): Response {
  const headers = new Headers(given);
  for (const name of given.keys()) if (name.startsWith(OF_THE_EDGE)) headers.delete(name);
  const etag = headers.get("etag");
  // Of the coded form, and the decoded one only means the same.
  if (headers.has("content-encoding") && etag?.startsWith('"')) headers.set("etag", `W/${etag}`);
  headers.delete("content-encoding");
  headers.set("content-length", String(bytes.byteLength));
  for (const name of CONTROLS) move(headers, name, ASIDE + name);
  headers.set("cache-control", `max-age=${sharedLifetimeOf(given)}`);
  return new Response(bytes, { status, headers });
}

/** The response as it was: its fields are also for the visitor, and for caches on the way there. */
export function fromStored(stored: Response): Response {
  const answer = new Response(stored.body, stored);
  for (const name of CONTROLS) move(answer.headers, ASIDE + name, name);
  return answer;
}

function move(headers: Headers, from: string, to: string): void {
  const value = headers.get(from);
  headers.delete(from);
  if (value === null) headers.delete(to);
  else headers.set(to, value);
}
