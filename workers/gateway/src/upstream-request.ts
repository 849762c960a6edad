import { isClaim } from "./claims.ts";
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
export function toUpstream(request: Request, settings: Settings): Request {
  const requested = new URL(request.url);
  const { upstream } = settings;
  const target = upstream instanceof URL ? urlAtUpstream(upstream, requested) : requested;
  return new Request(target, {
    method: request.method,
    headers: headersToUpstream(request, requested, settings),
    body: isBodiless(request) ? null : request.body,
    redirect: "manual",
  });
}

function headersToUpstream(request: Request, requested: URL, settings: Settings): Headers {
  const ending = hopByHopOf(request.headers);
  const fields = [...request.headers];
  const headers = new Headers(fields.filter(([name]) => !ending.has(name) && !isClaim(name)));
  if (!settings.passCookies) headers.delete("cookie");
  if (!settings.passAuthorization) headers.delete("authorization");
  // The gate has judged the origin. An upstream that did it too could deny, or make one answer per
  // origin, and an answer that knows no origin is the only one that a cache may give to all.
  if (!settings.passOrigin) headers.delete("origin");
  if (isBodiless(request)) headers.delete("content-length");
  if (isWebSocket(request)) headers.set("upgrade", "websocket");
  headers.set("x-forwarded-host", requested.host);
  headers.set("x-forwarded-proto", requested.protocol.slice(0, -1));
  const left = forwardsLeft(request);
  if (left !== undefined) headers.set("max-forwards", String(left - 1));
  // Cloudflare's edge writes it itself, whatever a visitor sends.
  const visitor = request.headers.get("cf-connecting-ip");
  if (visitor !== null) headers.set("x-forwarded-for", visitor);
  headers.append("via", `${versionOf(request)} ${NAME}`);
  return headers;
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-7.6.3 */
function versionOf({ cf }: Request): string {
  const protocol = cf?.["httpProtocol"];
  return typeof protocol === "string" ? protocol.replace(/^HTTP\//u, "") : "1.1";
}
