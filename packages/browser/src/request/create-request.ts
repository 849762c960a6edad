import { isForbiddenRequestHeader } from "../fetch/forbidden-header.ts";
import type { HeaderList } from "../fetch/header-list.ts";
import { combineLines, getHeader } from "../fetch/header-list.ts";
import { isForbiddenMethod, isSafelistedMethod, normalizeMethod } from "../fetch/method.ts";
import { isToken } from "../fetch/token.ts";
import { stripHttpWhitespace } from "../fetch/whitespace.ts";
import type { Switches } from "../switches.ts";
import type { RequestBody } from "./body.ts";
import { extractBody } from "./body.ts";
import type { PageRequest, PageRequestMode } from "./page-request.ts";
import { isNoCorsSafelistedRequestHeader } from "./safelist.ts";

/** What a script may pass to `page.fetch`: the members of `RequestInit` that matter to CORS, and one more. */
export interface PageRequestInit extends Omit<RequestInit, "mode"> {
  readonly mode?: PageRequestMode;
  /** Required by the standard with a streaming body. */
  readonly duplex?: "half";
  /**
   * Send it as an `XMLHttpRequest` with a listener on `xhr.upload` does: the browser then asks
   * first, however simple the request is.
   *
   * @default false
   */
  readonly uploadListener?: boolean;
}

/** Where the request comes from, and whose rules apply. */
export interface RequestContext {
  readonly id: number;
  readonly pageOrigin: string;
  readonly baseUrl: string | undefined;
  readonly switches: Switches;
}

/**
 * The `Request` constructor, as far as CORS is concerned.
 *
 * @throws TypeError where the constructor throws: nothing of this is CORS yet
 * @see https://fetch.spec.whatwg.org/#dom-request
 */
export async function createPageRequest(
  input: string | URL | Request,
  init: PageRequestInit,
  context: RequestContext,
): Promise<PageRequest> {
  const base = input instanceof Request ? input : undefined;
  const url = parseUrl(hrefOf(input), context.baseUrl);
  const mode = init.mode ?? modeOf(base);
  const method = readMethod(init.method ?? base?.method ?? "GET", mode);
  const body = await readBody(base, init, method, mode);
  const own = readHeaders(init.headers ?? base?.headers, mode, context.switches);
  const joined = init.uploadListener === undefined ? own : combineLines(own);
  const headers = withBodyType(joined, body, mode, context.switches);
  return {
    id: context.id,
    method,
    urls: [url],
    headers,
    firstHeaders: headers,
    hasBodyType: headers.length > joined.length,
    dropped: [],
    body,
    mode,
    credentials: init.credentials ?? credentialsOf(base),
    redirect: init.redirect ?? base?.redirect ?? "follow",
    referrerPolicy: init.referrerPolicy ?? base?.referrerPolicy ?? "",
    pageOrigin: context.pageOrigin,
    forcePreflight: isForced(init, body, context.switches),
    sentOrigin: false,
    wasPreflighted: false,
    tainting: "basic",
    timingAllowFailed: false,
    initiator: init.uploadListener === undefined ? "fetch" : "xhr",
    signal: init.signal ?? base?.signal ?? null,
  };
}

function isForced(init: PageRequestInit, body: RequestBody | null, switches: Switches): boolean {
  if (body?.stream) return true;
  return init.uploadListener === true && (body !== null || !switches.forcedPreflightNeedsBody);
}

function hrefOf(input: string | URL | Request): string {
  if (typeof input === "string") return input;
  return input instanceof URL ? input.href : input.url;
}

function parseUrl(input: string, baseUrl: string | undefined): URL {
  const url = new URL(input, baseUrl);
  if (url.username !== "" || url.password !== "") {
    throw new TypeError(`A request URL must not hold credentials: ${url.href}`);
  }
  return url;
}

/**
 * What a Request brings along. Runtimes fill in members of their own where the standard has
 * "same-origin" and "cors" (Bun says "include", workerd nothing at all), and there is no telling
 * such a default from a choice: what any Request has there counts as not chosen.
 */
function credentialsOf(base: Request | undefined): RequestCredentials {
  const unchosen = base && new Request("http://localhost/").credentials;
  return base && base.credentials !== unchosen ? base.credentials : "same-origin";
}

function modeOf(base: Request | undefined): PageRequestMode {
  const unchosen = base && new Request("http://localhost/").mode;
  if (!base || base.mode === unchosen) return "cors";
  if (base.mode === "navigate") throw new TypeError("A script cannot make a navigation request.");
  return base.mode;
}

function readMethod(given: string, mode: PageRequestMode): string {
  if (!isToken(given)) throw new TypeError(`'${given}' is not a valid HTTP method.`);
  if (isForbiddenMethod(given)) throw new TypeError(`Scripts cannot use the method '${given}'.`);
  const method = normalizeMethod(given);
  if (mode === "no-cors" && !isSafelistedMethod(method)) {
    throw new TypeError(`'${method}' is not possible with mode 'no-cors'.`);
  }
  return method;
}

async function readBody(
  base: Request | undefined,
  init: PageRequestInit,
  method: string,
  mode: PageRequestMode,
): Promise<RequestBody | null> {
  // A Request that is passed on keeps its source in a browser, so its bytes count as one here.
  const given = init.body ?? (base?.body ? await base.clone().arrayBuffer() : null);
  if (given === null) return null;
  if (method === "GET" || method === "HEAD") {
    throw new TypeError("A request with method GET or HEAD cannot have a body.");
  }
  const body = await extractBody(given);
  if (!body.stream) return body;
  if (init.duplex !== "half") throw new TypeError("A streaming body needs duplex: 'half'.");
  if (mode === "no-cors") throw new TypeError("A streaming body is not possible with 'no-cors'.");
  if (init.keepalive) throw new TypeError("A streaming body is not possible with keepalive.");
  return body;
}

function readHeaders(
  given: HeadersInit | undefined,
  mode: PageRequestMode,
  switches: Switches,
): HeaderList {
  const list: [string, string][] = [];
  for (const [name, rawValue] of headerEntries(given)) {
    const value = stripHttpWhitespace(rawValue);
    assertHeader(name, value);
    if (isForbiddenRequestHeader(name, value)) continue;
    if (mode === "no-cors") {
      const before = getHeader(list, name.toLowerCase());
      const joined = before === undefined ? value : `${before}, ${value}`;
      if (!isNoCorsSafelistedRequestHeader(name, joined, switches)) continue;
    }
    list.push([name, value]);
  }
  return list;
}

function withBodyType(
  headers: HeaderList,
  body: RequestBody | null,
  mode: PageRequestMode,
  switches: Switches,
): HeaderList {
  if (!body?.type || getHeader(headers, "content-type") !== undefined) return headers;
  const isAllowed =
    mode !== "no-cors" || isNoCorsSafelistedRequestHeader("content-type", body.type, switches);
  return isAllowed ? [...headers, ["content-type", body.type]] : headers;
}

function headerEntries(given: HeadersInit | undefined): Iterable<readonly [string, string]> {
  if (given === undefined) return [];
  if (given instanceof Headers) return given;
  if (Array.isArray(given)) return given;
  return Object.entries(given);
}

// oxlint-disable-next-line no-control-regex -- NUL, CR and LF are what a value must not hold
const invalidValue = /[\0\r\n\u0100-\uffff]/;

function assertHeader(name: string, value: string): void {
  if (!isToken(name)) throw new TypeError(`'${name}' is not a valid header name.`);
  if (invalidValue.test(value)) throw new TypeError(`The value of '${name}' is not valid.`);
}
