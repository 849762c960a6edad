import { isBodiless } from "./content.ts";
import { forwardsLeft } from "./max-forwards.ts";
import type { Settings } from "./settings.ts";
import { UpstreamUrl } from "./upstream-url.ts";
import type { Visit } from "./visit.ts";

/** The pseudonym in `Via`. */
const NAME = "crossgate";

/** What `fetch` is told. A `Request` would be one object more, which `fetch` copies. */
export interface UpstreamRequest extends Pick<Request, "body" | "headers" | "method" | "url"> {
  readonly redirect: "manual";
}

/**
 * The request as the upstream gets it. The body is the visitor's stream itself, never read here, and
 * a redirect is a response for the visitor.
 *
 * @param isShared whether others may get the response. Then the upstream is not told which page asks
 * and in front of whom, if it is not to know the origin either
 */
export function toUpstream(
  visit: Visit,
  { upstream, passOrigin }: Settings,
  isShared: boolean,
): UpstreamRequest {
  const { method, requested, fields } = visit;
  // On workerd it costs less to copy all and delete some than to copy some.
  const headers = new Headers(visit.headers);
  for (const name of fields.ending) headers.delete(name);
  if (isBodiless(visit) && visit.body !== null) headers.delete("content-length");
  tell(headers, visit);
  if (isShared && !passOrigin) for (const name of fields.ofVisitor) headers.delete(name);
  else if (fields.address !== undefined) headers.set("x-forwarded-for", fields.address);
  return {
    url: upstream instanceof UpstreamUrl ? upstream.at(requested) : requested.href,
    method,
    headers,
    body: isBodiless(visit) ? null : visit.body,
    redirect: "manual",
  };
}

function tell(told: Headers, visit: Visit): void {
  const { request, requested, fields } = visit;
  if (fields.isWebSocket) told.set("upgrade", "websocket");
  told.set("x-forwarded-host", requested.host);
  told.set("x-forwarded-proto", requested.protocol.slice(0, -1));
  const left = forwardsLeft(visit);
  if (left !== undefined) told.set("max-forwards", String(left - 1));
  told.append("via", `${versionOf(request)} ${NAME}`);
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-7.6.3 */
function versionOf({ cf }: Request): string {
  const protocol = cf?.["httpProtocol"];
  return typeof protocol === "string" ? protocol.replace(/^HTTP\//u, "") : "1.1";
}
