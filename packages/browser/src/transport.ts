import { CorsBlockedError } from "./cors-blocked-error.ts";
import type { Conclusion, Exchange } from "./exchange.ts";
import { ExchangeRecord } from "./exchange-record.ts";
import { type Failure, failureOf } from "./failure.ts";
import type { HttpCache } from "./http-cache/cache-turn.ts";
import type { LocalNetworkRules } from "./local-network/check.ts";
import type { Network } from "./network.ts";
import type { ObjectUrls } from "./object-urls.ts";
import type { PreflightStore } from "./preflight/cache.ts";
import { untilAborted } from "./until-aborted.ts";
import type { Words } from "./words.ts";
import type { Profile } from "./profile.ts";
import type { Switches } from "./switches.ts";
import type { PageRequest } from "./request/page-request.ts";

/** What an exchange with the network gives. */
export interface Sent {
  readonly exchange: Exchange;
  readonly response: Response;
}

/** The way from the algorithm to the network, with a record of all that went over it. */
export interface Transport {
  readonly switches: Switches;
  readonly cache: PreflightStore;
  readonly objectUrls: ObjectUrls;
  /** Undefined where no one asks for local network access. */
  readonly localNetwork: LocalNetworkRules | undefined;
  send(request: PageRequest, kind: Exchange["kind"]): Promise<Sent>;
  /** Whether the HTTP cache has a response to the request. */
  holds(request: PageRequest): boolean;
  /** The exchange that would have been, for a request that is not sent. */
  unsent(request: PageRequest): Exchange;
  /** The exchange before now. */
  readonly exchanges: readonly Exchange[];
  last(): Exchange | undefined;
  conclude(exchange: Exchange, conclusion: Conclusion): Exchange;
  /** The error of a failure, in the words of this browser. */
  errorOf(failure: Failure, exchange: Exchange): CorsBlockedError;
  /** Drops cached preflights where a failure has that effect. */
  forgetAfterFailure(failure: Failure, request: PageRequest): void;
}

/** What a transport is made of. */
export interface TransportParts {
  readonly network: Network;
  readonly profile: Profile;
  readonly switches: Switches;
  readonly cache: PreflightStore;
  readonly objectUrls: ObjectUrls;
  readonly localNetwork: LocalNetworkRules | undefined;
  readonly httpCache: HttpCache | undefined;
  readonly now: () => number;
  readonly exchanges: Exchange[];
  readonly words: Words;
}

/** Makes the transport of one page. */
export function createTransport(parts: TransportParts): Transport {
  const { network, profile, switches, cache, objectUrls, localNetwork, exchanges, words } = parts;
  const { httpCache, now } = parts;
  const record = new ExchangeRecord(profile, switches, exchanges);

  function forgetAfterFailure(failure: Failure, request: PageRequest): void {
    if (endsPermission(failure, switches)) cache.forget(request);
  }

  async function send(state: PageRequest, kind: Exchange["kind"]): Promise<Sent> {
    const turn = kind === "actual" ? httpCache?.turn(state, profile, now()) : undefined;
    const exchange = record.begin(state, kind, turn);
    const ask = (): ReturnType<Network> => network(exchange.request);
    exchanges.push(exchange);
    try {
      state.signal?.throwIfAborted();
      const response = await untilAborted(turn ? turn.respond(ask) : ask(), state.signal);
      exchange.response = response;
      return { exchange, response };
    } catch (cause) {
      if (state.signal?.aborted) throw cause;
      const detail = cause instanceof Error ? cause.message : String(cause);
      const failure = failureOf(kind, "network-error", detail);
      forgetAfterFailure(failure, state);
      record.conclude(exchange, { kind: "blocked", failure });
      throw new CorsBlockedError(exchange, failure, words, { cause });
    }
  }

  return {
    switches,
    cache,
    objectUrls,
    localNetwork,
    send,
    holds: (state) => httpCache?.holds(state, profile) === true,
    forgetAfterFailure,
    unsent: (state) => record.begin(state, "actual"),
    exchanges,
    last: () => exchanges.at(-1),
    conclude: (exchange, conclusion) => record.conclude(exchange, conclusion),
    errorOf: (failure, exchange) => new CorsBlockedError(exchange, failure, words),
  };
}

/** Whether a failure drops what preflights have granted for its URL. */
function endsPermission({ code }: Failure, { failureClearsCache: clears }: Switches): boolean {
  // By then the response has passed all that concerns its preflight.
  if (code === "integrity") return false;
  return clears === "any" || (clears !== "none" && code !== "redirect-forbidden");
}
