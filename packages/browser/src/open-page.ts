import type { PageContext } from "./contexts/page-context.ts";
import type { Exchange } from "./exchange.ts";
import { fetchForPage } from "./fetch-algorithm.ts";
import { originOf } from "./fetch/origin.ts";
import type { RegistrableDomain } from "./fetch/registrable-domain.ts";
import type { HostUrlLike } from "./host-types.ts";
import type { HttpCache } from "./http-cache/cache-turn.ts";
import type { LocalNetworkRules } from "./local-network/check.ts";
import type { Network } from "./network.ts";
import type { ObjectUrls } from "./object-urls.ts";
import type { PageOptions } from "./page-options.ts";
import type { Page } from "./page.ts";
import type { PreflightStore } from "./preflight/cache.ts";
import { profiles } from "./profile.ts";
import type { Profile } from "./profile.ts";
import { createPageRequest } from "./request/create-request.ts";
import type { PageRequestInit } from "./request/init.ts";
import type { PageClient } from "./request/page-client.ts";
import { createTransport } from "./transport.ts";
import type { Words } from "./words.ts";

/** What the pages of one browser share. */
export interface Opener {
  readonly network: Network;
  readonly profile: Profile;
  readonly cache: PreflightStore;
  readonly objectUrls: ObjectUrls;
  readonly nextId: () => number;
  readonly registrableDomain: RegistrableDomain | undefined;
  readonly localNetwork: LocalNetworkRules | undefined;
  readonly httpCache: HttpCache | undefined;
  readonly now: () => number;
  readonly words: Words;
}

/** Opens a page of a browser. */
export function openPage(url: string | HostUrlLike, options: PageOptions, opener: Opener): Page {
  const { profile, objectUrls, nextId } = opener;
  const client = clientOf(hrefOf(url), options, opener);
  const isOpaque = client.url === undefined || options.sandboxed === true;
  const pageOrigin = isOpaque ? "null" : originOf(new URL(client.url));
  const switches = profiles[profile];
  const exchanges: Exchange[] = [];
  const transport = createTransport({ ...opener, switches, exchanges });
  const context: PageContext = { client, pageOrigin, profile, switches, transport, nextId };
  return {
    ...contextMembers(context),
    origin: pageOrigin,
    exchanges,
    createObjectURL: (blob) => objectUrls.create(blob, pageOrigin),
    revokeObjectURL: (blobUrl) => objectUrls.revoke(blobUrl),
    async fetch(input, init = {}) {
      const context = { id: nextId(), pageOrigin, client, switches };
      const asked = input instanceof Request ? input : hrefOf(input);
      const request = await createPageRequest(asked, init as PageRequestInit, context);
      return fetchForPage(request, transport);
    },
  };
}

function clientOf(url: string, options: PageOptions, opener: Opener): PageClient {
  return {
    url: url === "null" ? undefined : new URL(url).href,
    referrerPolicy: options.referrerPolicy ?? "",
    embedderPolicy: options.embedderPolicy ?? "unsafe-none",
    registrableDomain: opener.registrableDomain,
  };
}

function hrefOf(url: string | HostUrlLike): string {
  return typeof url === "string" ? url : url.href;
}

type ContextMembers = Pick<Page, "load" | "xhr" | "eventSource" | "beacon" | "webSocket">;

/** What few tests need, loaded where one does. */
function contextMembers(page: PageContext): ContextMembers {
  return {
    load: async (what, url, options = {}) =>
      (await import("./contexts/index.ts")).load(what, url, options, page),
    xhr: async (url, options = {}) => (await import("./contexts/index.ts")).xhr(url, options, page),
    eventSource: async (url, options = {}) =>
      (await import("./contexts/index.ts")).eventSource(url, options, page),
    beacon: async (url, data = null) =>
      (await import("./contexts/index.ts")).beacon(url, data, page),
    webSocket: async (url, protocols = []) =>
      (await import("./contexts/index.ts")).webSocket(url, [protocols].flat(), page),
  };
}
