import type { BrowserOptions } from "./browser-options.ts";
import type { HostUrlLike } from "./host-types.ts";
import { createObjectUrls } from "./object-urls.ts";
import { openPage } from "./open-page.ts";
import type { Opener } from "./open-page.ts";
import type { PageOptions } from "./page-options.ts";
import type { Page } from "./page.ts";
import type { PreflightCache } from "./preflight/cache.ts";
import { createPreflightStore } from "./preflight/create-store.ts";
import { profiles } from "./profile.ts";
import type { Profile } from "./profile.ts";
import type { Words } from "./words.ts";

/** A browser, as far as CORS goes. */
export interface Browser {
  readonly profile: Profile;
  /** What preflights have granted so far, to all pages. */
  readonly preflightCache: PreflightCache;
  /**
   * Opens a page.
   *
   * @param url the page's URL or origin; `"null"` for one with an opaque origin, as sandboxed
   * frames and `data:` URLs have
   * @param options the policies its document was served with
   * @throws TypeError when it is neither
   */
  open(url: string | HostUrlLike, options?: PageOptions): Page;
}

/** Makes a browser whose errors say these words. */
export function makeBrowser(options: BrowserOptions, words: Words): Browser {
  const { network, profile = "spec", now = Date.now, registrableDomain } = options;
  const switches = profiles[profile];
  const cache = createPreflightStore(switches, now);
  const objectUrls = createObjectUrls();
  let requests = 0;
  const nextId = (): number => {
    requests += 1;
    return requests;
  };
  const { localNetworkAccess: access, addressSpaces, httpCache } = options;
  const asksFirst = access !== undefined && switches.asksForLocalNetwork;
  const heedsPage = switches.localNetworkHeedsPage;
  const localNetwork = asksFirst ? { access, addressSpaces, heedsPage } : undefined;
  const opener: Opener = {
    words,
    localNetwork,
    httpCache,
    now,
    network,
    profile,
    cache,
    objectUrls,
    nextId,
    registrableDomain,
  };
  return {
    profile,
    preflightCache: cache,
    open: (url, pageOptions = {}) => openPage(url, pageOptions, opener),
  };
}
