import type { Conclusion, Exchange } from "./exchange.ts";
import type { HeaderList } from "./fetch/header-list.ts";
import type { CacheTurn } from "./http-cache/cache-turn.ts";
import { preflightHeaders } from "./preflight/preflight-request.ts";
import type { Profile } from "./profile.ts";
import { sendsCredentials } from "./request/credentials.ts";
import { networkHeaders } from "./request/network-headers.ts";
import { currentUrl, type PageRequest } from "./request/page-request.ts";
import type { Switches } from "./switches.ts";
import { wireRequest } from "./wire-request.ts";

/** An exchange whose response and conclusion are still to come. */
export type OpenExchange = {
  -readonly [Key in keyof Omit<Exchange, "cache">]: Exchange[Key];
} & { readonly cache: CacheTurn | undefined };

/** The exchanges of a page that are not concluded. */
export class ExchangeRecord {
  readonly #open = new Map<Exchange, OpenExchange>();
  readonly #profile: Profile;
  readonly #switches: Switches;
  readonly #history: readonly Exchange[];

  constructor(profile: Profile, switches: Switches, history: readonly Exchange[]) {
    this.#profile = profile;
    this.#switches = switches;
    this.#history = history;
  }

  begin(state: PageRequest, kind: Exchange["kind"], cache?: CacheTurn): OpenExchange {
    const exchange: OpenExchange = {
      kind,
      request: toWire(state, kind, this.#switches, cache?.conditions),
      response: undefined,
      credentials: kind === "actual" && sendsCredentials(state),
      conclusion: { kind: "pending" },
      state,
      cache,
      profile: this.#profile,
      history: this.#history,
    };
    this.#open.set(exchange, exchange);
    return exchange;
  }

  conclude(exchange: Exchange, conclusion: Conclusion): Exchange {
    const open = this.#open.get(exchange);
    if (open) open.conclusion = conclusion;
    if (conclusion.kind === "blocked") open?.cache?.cut();
    this.#open.delete(exchange);
    return exchange;
  }
}

function toWire(
  request: PageRequest,
  kind: Exchange["kind"],
  switches: Switches,
  conditions: HeaderList = [],
): Request {
  const url = currentUrl(request);
  if (kind === "preflight") {
    const headers = preflightHeaders(request, switches);
    return wireRequest({ method: "OPTIONS", url, headers, body: null, signal: request.signal });
  }
  const { method, signal } = request;
  const body = request.body?.stream ?? request.body?.source ?? null;
  const headers = [...networkHeaders(request, switches), ...conditions];
  return wireRequest({ method, url, headers, body, signal });
}
