import { combineLines } from "../fetch/header-list.ts";
import { isForbiddenMethod, isSafelistedMethod, normalizeMethod } from "../fetch/method.ts";
import { isSameOrigin } from "../fetch/origin.ts";
import { isToken } from "../fetch/token.ts";
import type { CacheMode, CredentialsMode, ReferrerPolicyName } from "../host-types.ts";
import type { Switches } from "../switches.ts";
import type { HeaderList } from "../fetch/header-list.ts";
import type { RequestBody } from "./body.ts";
import type { PageRequestInit } from "./init.ts";
import type { PageClient } from "./page-client.ts";
import type { PageRequest, PageRequestMode } from "./page-request.ts";
import { assertMembers } from "./assert-members.ts";
import { plainTraits } from "./traits.ts";
import { readBody } from "./read-body.ts";
import { readHeaders, withBodyType } from "./read-headers.ts";

/** Where the request comes from, and whose rules apply. */
export interface RequestContext {
  readonly id: number;
  readonly pageOrigin: string;
  readonly client: PageClient;
  readonly switches: Switches;
}

/** The state of every request before it is sent. */
const unsent = {
  dropped: [],
  firstReferrer: undefined,
  destination: "",
  sentOrigin: undefined,
  wasPreflighted: false,
  tainting: "basic",
  timingAllowFailed: false,
  traits: plainTraits,
} as const satisfies Partial<PageRequest>;

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
  assertMembers(init);
  const base = input instanceof Request ? input : undefined;
  const url = parseUrl(hrefOf(input), context.client.url);
  const mode = init.mode ?? modeOf(base);
  const method = readMethod(init.method ?? base?.method ?? "GET", mode);
  const body = await readBody(base, init, method, mode, context.switches);
  const referrer = readReferrer(init.referrer ?? referrerOf(base), context);
  const own = readHeaders(init.headers ?? base?.headers, mode, context.switches);
  const isXhr = init.uploadListener !== undefined;
  const set = isXhr ? combineLines(own) : own;
  const joined = isXhr ? await xhrHeaders(set, body, context.switches) : own;
  const headers = withBodyType(joined, body, mode, context.switches);
  return {
    ...unsent,
    id: context.id,
    method,
    firstMethod: method,
    urls: [url],
    headers,
    firstHeaders: headers,
    judgedHeaders: context.switches.judgesTypeAsSet
      ? withBodyType(set, body, mode, context.switches)
      : headers,
    hasBodyType: headers.length > joined.length,
    body,
    mode: body?.stream && context.switches.streamBody === "cors" ? "cors" : mode,
    credentials: init.credentials ?? credentialsOf(base),
    redirect: init.redirect ?? base?.redirect ?? "follow",
    referrer,
    hasReferrer: referrer !== undefined,
    referrerPolicy: chosenPolicy(init.referrerPolicy ?? base?.referrerPolicy, context.client),
    cache: readCache(init.cache ?? base?.cache ?? "default", mode),
    integrity: init.integrity ?? base?.integrity ?? "",
    keepalive: init.keepalive ?? base?.keepalive ?? false,
    targetAddressSpace: init.targetAddressSpace,
    client: context.client,
    pageOrigin: context.pageOrigin,
    forcePreflight: isForced(init, body, context.switches),
    initiator: isXhr ? "xhr" : "fetch",
    signal: init.signal ?? base?.signal ?? null,
  };
}

/** The headers of an XMLHttpRequest, whose rules are loaded with the first one. */
async function xhrHeaders(
  set: HeaderList,
  body: RequestBody | null,
  switches: Switches,
): Promise<HeaderList> {
  const { withXhrCharset } = await import("./xhr-charset.ts");
  return withXhrCharset(set, body, switches);
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
 * What a Request brings along. Runtimes fill in their own members where the standard has
 * "same-origin" and "cors": Bun says "include", and workerd nothing at all. No one can tell such a
 * default from a choice. The value that any Request has there counts as not chosen.
 */
function credentialsOf(base: Request | undefined): CredentialsMode {
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

function referrerOf(base: Request | undefined): string {
  const unchosen = base && new Request("http://localhost/").referrer;
  return base && base.referrer !== unchosen ? base.referrer : "about:client";
}

/** @see https://fetch.spec.whatwg.org/#dom-request step 14 */
function readReferrer(given: string, context: RequestContext): string | undefined {
  const { pageOrigin, client, switches } = context;
  if (given === "") return undefined;
  const url = new URL(given, client.url);
  const isClient = url.protocol === "about:" && url.pathname === "client";
  if (!isClient && isSameOrigin(pageOrigin, url)) return url.href;
  return pageOrigin === "null" && !switches.opaquePageHasReferrer ? undefined : client.url;
}

function chosenPolicy(
  given: ReferrerPolicyName | undefined,
  client: PageClient,
): ReferrerPolicyName {
  return given || client.referrerPolicy || "strict-origin-when-cross-origin";
}

function readCache(cache: CacheMode, mode: PageRequestMode): CacheMode {
  if (cache !== "only-if-cached" || mode === "same-origin") return cache;
  throw new TypeError("'only-if-cached' is possible with mode 'same-origin' alone.");
}
