import type { CacheTurn, HttpCache } from "./cache-turn.ts";
import { AskingTurn } from "./asking-turn.ts";
import { isFresh } from "./freshness.ts";
import type { Found } from "./look-up.ts";
import { lookUp } from "./look-up.ts";
import { ResponseStore } from "./response-store.ts";
import type { StoredResponse } from "./stored-response.ts";
import { copyOf } from "./stored-response.ts";

/**
 * Makes the HTTP cache of a browser. Without one every request of the model goes to the network.
 * With one the model answers as a browser does: with a response that an `<img>` has left there, too.
 *
 * @example
 * const browser = createBrowser({ network: app.fetch, httpCache: createHttpCache() });
 * const page = browser.open("https://myapp.com");
 * await page.load("image", "https://cdn.example/logo.png");
 * await page.fetch("https://cdn.example/logo.png"); // from the cache, without CORS headers
 *
 * @returns an empty cache, for one browser
 * @see https://fetch.spec.whatwg.org/#http-network-or-cache-fetch
 */
export function createHttpCache(): HttpCache {
  const store = new ResponseStore();
  return {
    get entries() {
      return store.entries;
    },
    clear: () => store.clear(),
    holds: (request, profile) => lookUp(store, request, profile).match !== undefined,
    turn(request, profile, now) {
      const found = lookUp(store, request, profile);
      const { key, match } = found;
      if (request.initiator === "image" && key !== undefined) store.addImage(key);
      return match && isUsed(match, found, now)
        ? localTurn(match)
        : new AskingTurn(store, found, now);
    },
  };
}

/** Whether a stored response answers the request without asking the server. */
function isUsed(match: StoredResponse, found: Found, now: number): boolean {
  const { mode, rules, directives } = found;
  if (mode === "force-cache" || mode === "only-if-cached") return true;
  const isReused = rules.reusedStatuses?.includes(match.status) ?? true;
  return mode !== "no-cache" && isReused && isFresh(match, now, rules, directives);
}

function localTurn(match: StoredResponse): CacheTurn {
  return {
    state: "local",
    filler: match.filler,
    conditions: [],
    respond: () => Promise.resolve(copyOf(match)),
    cut: () => undefined,
  };
}
