import { parseDataUrl } from "./fetch/data-url.ts";
import { getHeader } from "./fetch/header-list.ts";
import type { ObjectUrls } from "./object-urls.ts";
import type { Switches } from "./switches.ts";
import type { PageRequest } from "./request/page-request.ts";
import { currentUrl } from "./request/page-request.ts";

/**
 * The response of a `data:` or `blob:` URL; undefined for a network error.
 *
 * @see https://fetch.spec.whatwg.org/#scheme-fetch
 */
export async function schemeFetch(
  request: PageRequest,
  objectUrls: ObjectUrls,
  switches: Switches,
): Promise<Response | undefined> {
  const url = currentUrl(request);
  if (url.protocol === "about:") return new Response(null);
  if (url.protocol === "data:") {
    const data = parseDataUrl(url);
    if (!data) return undefined;
    const length = { "content-length": String(data.body.byteLength) };
    const headers = { "content-type": data.type, ...(switches.dataUrlHasLength ? length : {}) };
    return new Response(request.method === "HEAD" ? null : data.body, {
      statusText: "OK",
      headers,
    });
  }
  if (request.method !== "GET") return undefined;
  const written = getHeader(request.headers, "range");
  const range = switches.rangeHasCase ? written : written?.toLowerCase();
  const blob = await objectUrls.find(url, request.pageOrigin);
  return blob && blobResponse(blob, range, blobHeaders(request, switches));
}

/** What an engine adds to say under which policies of the page the blob was made. */
function blobHeaders(
  { client }: PageRequest,
  switches: Switches,
): Readonly<Record<string, string>> {
  if (!switches.blobUrlTellsPolicies) return {};
  const { embedderPolicy, referrerPolicy } = client;
  const embedder = { "cross-origin-embedder-policy": embedderPolicy };
  return {
    "referrer-policy": referrerPolicy,
    ...(embedderPolicy === "require-corp" ? embedder : {}),
  };
}

/** The whole blob, or the part a `Range` names; undefined where it names none. */
function blobResponse(
  blob: Blob,
  range: string | undefined,
  more: Readonly<Record<string, string>>,
): Response | undefined {
  const type = { "content-type": blob.type, ...more };
  if (range === undefined) {
    const headers = { "content-length": String(blob.size), ...type };
    return new Response(blob, { statusText: "OK", headers });
  }
  const parts = /^bytes[\t ]*=[\t ]*([0-9]*)[\t ]*-[\t ]*([0-9]*)$/.exec(range);
  const [, first = "", last = ""] = parts ?? [];
  if (first === "" && last === "") return undefined;
  const start = first === "" ? Math.max(0, blob.size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? blob.size - 1 : Math.min(Number(last), blob.size - 1);
  if (start >= blob.size || (last !== "" && first !== "" && Number(first) > Number(last))) {
    return undefined;
  }
  const part = blob.slice(start, end + 1, blob.type);
  const headers = {
    "content-length": String(part.size),
    "content-range": `bytes ${start}-${end}/${blob.size}`,
    ...type,
  };
  return new Response(part, { status: 206, statusText: "Partial Content", headers });
}
