import type { HeaderList } from "../fetch/header-list.ts";
import { getHeader } from "../fetch/header-list.ts";
import type { Switches } from "../switches.ts";
import { cacheMode } from "./cache-mode.ts";
import { isConditional } from "./conditional.ts";
import { fetchMetadata } from "./fetch-metadata.ts";
import type { PageRequest } from "./page-request.ts";
import { refererHeader } from "./referrer.ts";
import { hasJustChangedOrigin, originHeader } from "./request-origin.ts";

/**
 * All headers of a request on the wire: what the page set, and what the browser adds.
 *
 * @see https://fetch.spec.whatwg.org/#http-network-or-cache-fetch
 */
export function networkHeaders(request: PageRequest, switches: Switches): HeaderList {
  const origin = originHeader(request, switches);
  const adds = !(switches.addsNothingAfterRedirect && isCutOff(request));
  const isFirst = request.body !== null && request.urls.length === 1;
  const list: HeaderList = [
    ...request.traits.headers,
    ...(request.traits.accepts && isMissing(request, "accept") ? line("accept", "*/*") : []),
    ...(isMissing(request, "accept-language") ? line("accept-language", "en-US,en;q=0.9") : []),
    ...withoutResets(request.headers, isFirst, switches)
      .filter(([name]) => !isKept(name, switches))
      .flatMap(rangeWriter(request, switches)),
    ...line("origin", origin),
    ...line("referer", refererHeader(request, switches)),
    ...line("content-length", contentLength(request, switches)),
    ...(adds
      ? cacheHeaders(request, [...request.headers, ...request.traits.headers], switches)
      : []),
    ...(adds && !isMissing(request, "range") ? line("accept-encoding", "identity") : []),
    ...fetchMetadata(request, switches),
  ];
  const isOnly = isSent(list, isFirst, switches);
  return list.filter(isOnly).map(([name, value]) => [name, encode(value, switches)]);
}

/** Whether the network layer sees it as a request of another origin than it began with. */
function isCutOff(request: PageRequest): boolean {
  return request.mode === "cors" && hasJustChangedOrigin(request);
}

function isKept(name: string, { keepsUserAgent }: Switches): boolean {
  return keepsUserAgent && name.toLowerCase() === "user-agent";
}

function isMissing({ headers, traits }: PageRequest, name: string): boolean {
  return getHeader([...headers, ...traits.headers], name) === undefined;
}

function line(name: string, value: string | undefined): HeaderList {
  return value === undefined ? [] : [[name, value]];
}

/** Tells the lines that go out: of a name that is sent once, one. */
function isSent(
  list: HeaderList,
  takesFirstType: boolean,
  { singletonHeaders }: Switches,
): (line: HeaderList[number], index: number) => boolean {
  const names = list.map(([name]) => name.toLowerCase());
  return (_, index) => {
    const name = names[index] ?? "";
    if (!singletonHeaders.includes(name)) return true;
    const isFirst = takesFirstType && name === "content-type";
    return index === (isFirst ? names.indexOf(name) : names.lastIndexOf(name));
  };
}

/**
 * The lines from the last empty one of each name on; where more follow it says nothing. The first
 * `Content-Type` of a body is taken before anything resets it.
 */
function withoutResets(
  headers: HeaderList,
  takesFirstType: boolean,
  { emptyLineResets }: Switches,
): HeaderList {
  if (!emptyLineResets) return headers;
  const names = headers.map(([name]) => name.toLowerCase());
  const isAlike = (name: string, index: number): boolean => names[index] === name;
  return headers.filter(([, value], index) => {
    const name = names[index] ?? "";
    if (takesFirstType && name === "content-type") return true;
    const follows = headers.slice(index + 1).filter((_, next) => isAlike(name, index + 1 + next));
    const isReset = follows.some(([, other]) => other === "");
    return !isReset && (value !== "" || follows.length === 0);
  });
}

function encode(value: string, { sendsHeadersAsUtf8 }: Switches): string {
  if (!sendsHeadersAsUtf8 || !/[\x80-\xff]/.test(value)) return value;
  return String.fromCharCode(...new TextEncoder().encode(value));
}

function contentLength(
  { body, method, forcePreflight }: PageRequest,
  { listenerDropsEmptyBody }: Switches,
): string | undefined {
  if (body?.stream) return undefined;
  const length = body?.source?.byteLength ?? 0;
  const hasBody = body !== null && !(forcePreflight && listenerDropsEmptyBody);
  const hasLength = length > 0 || method === "POST" || method === "PUT" || hasBody;
  return hasLength ? String(length) : undefined;
}

/** The headers by which a cache mode, or a conditional request, passes by the caches on the way. */
export function cacheHeaders(
  request: PageRequest,
  headers: HeaderList,
  switches: Switches,
): HeaderList {
  const lacks = (name: string): boolean => getHeader(headers, name) === undefined;
  switch (cacheMode(request, switches)) {
    case "no-cache":
      return lacks("cache-control") ? line("cache-control", "max-age=0") : [];
    case "no-store":
    case "reload":
      return [
        ...(lacks("pragma") ? line("pragma", "no-cache") : []),
        ...(lacks("cache-control") ? line("cache-control", "no-cache") : []),
      ];
    default:
      return [];
  }
}

const oneRange = /^bytes[\t ]*=[\t ,]*([0-9]*)[\t ]*-[\t ]*([0-9]*)[\t ,]*$/i;

/** Writes a range the way the network layer has read it, from all lines of that name. */
function rangeWriter(
  request: PageRequest,
  { rewritesRange }: Switches,
): (line: HeaderList[number]) => HeaderList {
  const { method, cache } = request;
  const isCached = cache !== "no-store" && !isConditional(request);
  const ranges = request.headers.filter(([name]) => name.toLowerCase() === "range");
  const rewrites = rewritesRange && method === "GET" && isCached;
  const written = rewrites ? rewritten(ranges.map(([, value]) => value).join(", ")) : undefined;
  return (given) => {
    const [name] = given;
    if (written === undefined || name.toLowerCase() !== "range") return [given];
    return given === ranges[0] ? [[name, written]] : [];
  };
}

/** A single range with its numbers written plainly; undefined for one that the cache does not take. */
function rewritten(value: string): string | undefined {
  const found = oneRange.exec(value);
  if (!found) return undefined;
  const [, start = "", end = ""] = found;
  const [first, last] = [start, end].map((digits) => (digits === "" ? undefined : BigInt(digits)));
  const isSmall = (first ?? 0n) < int64 && (last ?? 0n) < int64;
  if (!isSmall || (first === undefined && (last ?? 0n) === 0n)) return undefined;
  if (first !== undefined && last !== undefined && last < first) return undefined;
  return `bytes=${first ?? ""}-${last ?? ""}`;
}

const int64 = 2n ** 63n;
