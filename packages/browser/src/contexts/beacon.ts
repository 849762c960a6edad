import { CorsBlockedError } from "../cors-blocked-error.ts";
import { fetchForPage } from "../fetch-algorithm.ts";
import { isHttp } from "../fetch/origin.ts";
import type { HostBody } from "../host-types.ts";
import { extractBody } from "../request/extract-body.ts";
import { isNoCorsSafelistedRequestHeader } from "../request/safelist.ts";
import { contextRules } from "./engines.ts";
import type { PageContext } from "./page-context.ts";
import { requestFor } from "./request-for.ts";

const maxBytes = 65_536;

/**
 * Sends a beacon: a POST with credentials that outlives the page. A type that is not safelisted makes
 * it a CORS request, with a preflight.
 *
 * @returns whether the browser took it. What became of it no page learns: `page.exchanges` tells
 * @throws TypeError for a URL that is not http or https
 * @see https://w3c.github.io/beacon/#sec-processing-model
 */
export async function beacon(
  url: string,
  data: HostBody | null,
  page: PageContext,
): Promise<boolean> {
  const target = new URL(url, page.client.url);
  if (!isHttp(target)) throw new TypeError(`'${target.href}' is no URL for a beacon.`);
  const hasUserinfo = target.username !== "" || target.password !== "";
  if (hasUserinfo && contextRules[page.profile].refusesUserinfo) return false;
  const body = data === null ? null : await extractBody(data as BodyInit, page.switches);
  if ((body?.source?.byteLength ?? 0) > maxBytes) return false;
  const type = body?.type ?? null;
  const isSimple =
    type === null || isNoCorsSafelistedRequestHeader("content-type", type, page.switches);
  const request = await requestFor(
    url,
    {
      init: {
        method: "POST",
        body: data,
        mode: isSimple ? "no-cors" : "cors",
        credentials: "include",
        keepalive: true,
        cache: contextRules[page.profile].beaconCache,
      },
      initiator: "beacon",
    },
    page,
  );
  try {
    await fetchForPage(request, page.transport);
  } catch (error) {
    if (!(error instanceof CorsBlockedError)) throw error;
  }
  return true;
}
