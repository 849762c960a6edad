import { isHopByHop, listedIn } from "./hop-by-hop.ts";
import { locationForVisitor } from "./location.ts";
import type { Settings } from "./settings.ts";
import type { UpstreamRequest } from "./upstream-request.ts";
import { UpstreamUrl } from "./upstream-url.ts";

/**
 * The upstream's response as any visitor may have it, before the policy's headers: with nothing of
 * the upstream's own CORS, nor of its connection.
 *
 * @param sent what the upstream was asked
 * @param requested the URL that the visitor asked
 */
export function toVisitor(
  response: Response,
  sent: UpstreamRequest,
  requested: URL,
  { upstream, passCookies }: Settings,
): Response {
  // The socket itself, which no copy has; there is no header on it that a page could see.
  if (response.status === 101) return response;
  const answer = new Response(response.body, response);
  const { headers } = answer;
  response.headers.forEach((value, name) => {
    if (name === "connection") for (const each of listedIn(value)) headers.delete(each);
    if (isHopByHop(name) || isUpstreamsOwn(name)) headers.delete(name);
    else if (name === "set-cookie" && !passCookies) headers.delete(name);
    else if (name === "location" && upstream instanceof UpstreamUrl) {
      headers.set(name, locationForVisitor(value, upstream, new URL(sent.url), requested));
    }
  });
  return answer;
}

/** `Alt-Svc` would send the visitor's next request past the gateway. */
function isUpstreamsOwn(name: string): boolean {
  return name.startsWith("access-control-") || name === "alt-svc";
}
