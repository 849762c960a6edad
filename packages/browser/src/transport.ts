import { CorsBlockedError } from "./cors-blocked-error.ts";
import type { Conclusion, Exchange } from "./exchange.ts";
import type { Failure } from "./failure.ts";
import type { LocalNetworkRules } from "./local-network/check.ts";
import type { Network } from "./network.ts";
import type { ObjectUrls } from "./object-urls.ts";
import type { PreflightStore } from "./preflight/cache.ts";
import { preflightHeaders } from "./preflight/preflight-request.ts";
import type { Words } from "./words.ts";
import type { Profile } from "./profile.ts";
import type { Switches } from "./switches.ts";
import type { PageRequest } from "./request/page-request.ts";
import { currentUrl } from "./request/page-request.ts";
import { sendsCredentials } from "./request/credentials.ts";
import { networkHeaders } from "./request/network-headers.ts";
import { wireRequest } from "./wire-request.ts";

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
  /** The exchange that would have been, for a request that is not sent. */
  unsent(request: PageRequest): Exchange;
  /** The exchange before now. */
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
  readonly exchanges: Exchange[];
  readonly words: Words;
}

type Open = { -readonly [Key in keyof Exchange]: Exchange[Key] };

/** Makes the transport of one page. */
export function createTransport(parts: TransportParts): Transport {
  const { network, profile, switches, cache, objectUrls, localNetwork, exchanges, words } = parts;
  const open = new Map<Exchange, Open>();

  function begin(state: PageRequest, kind: Exchange["kind"]): Open {
    const request = toWire(state, kind, switches);
    const credentials = kind === "actual" && sendsCredentials(state);
    const exchange: Open = {
      kind,
      request,
      response: undefined,
      credentials,
      conclusion: { kind: "pending" },
      state,
      profile,
      history: exchanges,
    };
    open.set(exchange, exchange);
    return exchange;
  }

  function conclude(exchange: Exchange, conclusion: Conclusion): Exchange {
    const record = open.get(exchange);
    if (record) record.conclusion = conclusion;
    open.delete(exchange);
    return exchange;
  }

  function forgetAfterFailure(failure: Failure, request: PageRequest): void {
    // By then the response has passed all that concerns its preflight.
    if (failure.code === "integrity") return;
    const isErrorMode = failure.code === "redirect-forbidden";
    const clears = switches.failureClearsCache;
    if (clears === "any" || (clears !== "none" && !isErrorMode)) cache.forget(request);
  }

  async function send(state: PageRequest, kind: Exchange["kind"]): Promise<Sent> {
    const exchange = begin(state, kind);
    exchanges.push(exchange);
    try {
      state.signal?.throwIfAborted();
      const response = await network(exchange.request);
      exchange.response = response;
      return { exchange, response };
    } catch (cause) {
      if (state.signal?.aborted) throw cause;
      const detail = cause instanceof Error ? cause.message : String(cause);
      const failure: Failure = { code: "network-error", phase: kind, failedParameter: "", detail };
      forgetAfterFailure(failure, state);
      conclude(exchange, { kind: "blocked", failure });
      throw new CorsBlockedError(exchange, failure, words, { cause });
    }
  }

  return {
    switches,
    cache,
    objectUrls,
    localNetwork,
    send,
    unsent: (state) => begin(state, "actual"),
    last: () => exchanges.at(-1),
    conclude,
    errorOf: (failure, exchange) => new CorsBlockedError(exchange, failure, words),
    forgetAfterFailure,
  };
}

function toWire(request: PageRequest, kind: Exchange["kind"], switches: Switches): Request {
  const url = currentUrl(request);
  if (kind === "preflight") {
    const headers = preflightHeaders(request, switches);
    return wireRequest({ method: "OPTIONS", url, headers, body: null, signal: request.signal });
  }
  const { method, signal } = request;
  const body = request.body?.stream ?? request.body?.source ?? null;
  return wireRequest({ method, url, headers: networkHeaders(request, switches), body, signal });
}
