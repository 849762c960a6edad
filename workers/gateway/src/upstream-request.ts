import { isBodiless } from "./content.ts";
import type { Fields } from "./fields.ts";
import { forwardsLeft } from "./max-forwards.ts";
import type { Settings } from "./settings.ts";
import { urlAtUpstream } from "./upstream-url.ts";
import type { Visit } from "./visit.ts";
import { isWebSocket } from "./websocket.ts";

/** The pseudonym in `Via`. */
const NAME = "crossgate";

/**
 * The request as the upstream gets it. The body is the visitor's stream itself, never read here, and
 * a redirect is a response for the visitor.
 */
export function toUpstream({ request, requested, fields }: Visit, settings: Settings): Request {
  const { upstream } = settings;
  const target = upstream instanceof URL ? urlAtUpstream(upstream, requested) : requested;
  const sent = new Request(target, {
    method: request.method,
    headers: request.headers,
    body: isBodiless(request) ? null : request.body,
    redirect: "manual",
  });
  // Taken from the copy, which costs workerd a fifth of making other headers first.
  for (const name of fields.ending) sent.headers.delete(name);
  if (isBodiless(request)) sent.headers.delete("content-length");
  tell(sent.headers, request, requested);
  return sent;
}

/**
 * The same request without what says which page asks and in front of whom, so that all may share a
 * response.
 */
export function forgetVisitor(sent: Request, { ofVisitor }: Fields): void {
  for (const name of ofVisitor) sent.headers.delete(name);
  sent.headers.delete("x-forwarded-for");
}

function tell(told: Headers, request: Request, { host, protocol }: URL): void {
  if (isWebSocket(request)) told.set("upgrade", "websocket");
  told.set("x-forwarded-host", host);
  told.set("x-forwarded-proto", protocol.slice(0, -1));
  const left = forwardsLeft(request);
  if (left !== undefined) told.set("max-forwards", String(left - 1));
  // Cloudflare's edge writes it itself, whatever a visitor sends.
  const visitor = request.headers.get("cf-connecting-ip");
  if (visitor !== null) told.set("x-forwarded-for", visitor);
  told.append("via", `${versionOf(request)} ${NAME}`);
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-7.6.3 */
function versionOf({ cf }: Request): string {
  const protocol = cf?.["httpProtocol"];
  return typeof protocol === "string" ? protocol.replace(/^HTTP\//u, "") : "1.1";
}
