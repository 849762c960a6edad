import { hopByHopOf } from "./hop-by-hop.ts";
import { locationForVisitor } from "./location.ts";
import type { Settings } from "./settings.ts";

/**
 * The upstream's answer as any visitor may have it, before the policy's headers: with nothing of the
 * upstream's own CORS, nor of its connection.
 */
export function toVisitor(
  response: Response,
  { url: answered }: Request,
  { url: requested }: Request,
  settings: Settings,
): Response {
  // The socket itself, which no copy has; there is no header on it that a page could see.
  if (response.status === 101) return response;
  const answer = new Response(response.body, response);
  const ending = hopByHopOf(response.headers);
  for (const name of response.headers.keys()) {
    if (ending.has(name) || isUpstreamsOwn(name)) answer.headers.delete(name);
  }
  if (!settings.passCookies) answer.headers.delete("set-cookie");
  const location = response.headers.get("location");
  if (location !== null && settings.upstream instanceof URL) {
    const urls = [settings.upstream, new URL(answered), new URL(requested)] as const;
    answer.headers.set("location", locationForVisitor(location, ...urls));
  }
  return answer;
}

/** `Alt-Svc` would send the visitor's next request past the gateway. */
function isUpstreamsOwn(name: string): boolean {
  return name.startsWith("access-control-") || name === "alt-svc";
}
