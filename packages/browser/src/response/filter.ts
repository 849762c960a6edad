import { isForbiddenResponseHeader } from "../fetch/forbidden-header.ts";
import { isNullBodyStatus } from "../fetch/status.ts";
import type { Switches } from "../switches.ts";
import type { PageRequest } from "../request/page-request.ts";
import { currentUrl } from "../request/page-request.ts";
import { exposureOf } from "./exposed-headers.ts";

/** The members of `Response` that its constructor does not let one choose. */
interface ResponseFace {
  readonly type: ResponseType;
  readonly status: number;
  readonly url: string;
  readonly redirected: boolean;
}

/**
 * What the script gets of a response.
 *
 * @see https://fetch.spec.whatwg.org/#concept-filtered-response
 */
export function filterResponse(
  request: PageRequest,
  response: Response,
  switches: Switches,
): Response {
  if (request.tainting === "opaque") return hiddenResponse("opaque", "");
  const isExposed =
    request.tainting === "cors"
      ? exposureOf(request, response.headers, switches)
      : (name: string) => !isForbiddenResponseHeader(name);
  const headers = [...response.headers].filter(([name]) => isExposed(name));
  const url = new URL(currentUrl(request));
  url.hash = "";
  return withFace(readable(response, headers), {
    type: request.tainting,
    status: response.status,
    url: url.href,
    redirected: request.urls.length > 1,
  });
}

/** What `redirect: "manual"` gives: the fact that there was a redirect, and no more. */
export function opaqueRedirect(request: PageRequest): Response {
  return hiddenResponse("opaqueredirect", currentUrl(request).href);
}

function hiddenResponse(type: ResponseType, url: string): Response {
  return withFace(new Response(null), { type, status: 0, url, redirected: false });
}

function readable(response: Response, headers: readonly [string, string][]): Response {
  const body = isNullBodyStatus(response.status) ? null : response.body;
  // A constructor takes 200 to 599 only, a network may answer what it likes.
  const status = response.status >= 200 && response.status <= 599 ? response.status : 200;
  return new Response(body, { status, statusText: response.statusText, headers: [...headers] });
}

function withFace(response: Response, face: ResponseFace): Response {
  const clone = response.clone.bind(response);
  return Object.defineProperties(response, {
    type: { value: face.type },
    status: { value: face.status },
    ok: { value: face.status >= 200 && face.status <= 299 },
    url: { value: face.url },
    redirected: { value: face.redirected },
    clone: { value: () => withFace(clone(), face) },
  });
}
