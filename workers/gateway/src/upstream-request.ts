import { isClaim } from "./claims/is-claim.ts";
import { isBodiless } from "./content.ts";
import { hopByHopOf } from "./hop-by-hop.ts";
import { forwardsLeft } from "./max-forwards.ts";
import type { Settings } from "./settings.ts";
import { urlAtUpstream } from "./upstream-url.ts";
import { isWebSocket } from "./websocket.ts";

/** The pseudonym in `Via`. */
const NAME = "crossgate";

/**
 * The request as the upstream gets it. The body is the visitor's stream itself, never read here, and
 * a redirect is an answer for the visitor.
 */
export function toUpstream(
  request: Request,
  told: Headers,
  { upstream }: Settings,
  signal: AbortSignal,
): Request {
  const requested = new URL(request.url);
  const target = upstream instanceof URL ? urlAtUpstream(upstream, requested) : requested;
  return new Request(target, {
    method: request.method,
    headers: told,
    body: isBodiless(request) ? null : request.body,
    redirect: "manual",
    signal,
  });
}

/** What the upstream is told of a request in its fields. */
export function fieldsForUpstream(request: Request, settings: Settings): Headers {
  const given = request.headers;
  const { host, protocol } = new URL(request.url);
  const ending = hopByHopOf(given);
  const told = new Headers(given);
  for (const name of given.keys()) if (ending.has(name) || isClaim(name)) told.delete(name);
  if (!settings.passCookies) told.delete("cookie");
  if (!settings.passAuthorization) told.delete("authorization");
  // The gate has judged the origin. An upstream that did it too could deny, or make one answer per
  // origin, and an answer that knows no origin is the only one that a cache may give to all.
  if (!settings.passOrigin) told.delete("origin");
  if (isBodiless(request)) told.delete("content-length");
  if (isWebSocket(request)) told.set("upgrade", "websocket");
  told.set("x-forwarded-host", host);
  told.set("x-forwarded-proto", protocol.slice(0, -1));
  const left = forwardsLeft(request);
  if (left !== undefined) told.set("max-forwards", String(left - 1));
  // Cloudflare's edge writes it itself, whatever a visitor sends.
  const visitor = given.get("cf-connecting-ip");
  if (visitor !== null) told.set("x-forwarded-for", visitor);
  told.append("via", `${versionOf(request)} ${NAME}`);
  return told;
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-7.6.3 */
function versionOf({ cf }: Request): string {
  const protocol = cf?.["httpProtocol"];
  return typeof protocol === "string" ? protocol.replace(/^HTTP\//u, "") : "1.1";
}
