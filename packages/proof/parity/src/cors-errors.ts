import type { Protocol } from "puppeteer-core";
import type { Comparison } from "./compare-all.ts";
import { tally } from "./coverage.ts";

const ownRun = "needs addresses in several spaces: the run of local network access has it";
// CheckAccess in services/network/public/cpp/cors/cors.cc gave it to a status of 0, and blink's
// threadable_loader.cc to an opaque response of a service worker. Neither does any more. Of Chromium
// 156 it was not had by malformed responses, nor by what service workers may answer.
const unraised = "no longer raised: what gave it to a status of 0 or to a service worker is gone";
const removed = "no longer produced: left in the protocol by an abandoned proposal";

/** Every name the protocol has; with a reason where no page on these servers gets it. */
const corsErrors: Readonly<Record<Protocol.Network.CorsError, string | null>> = {
  DisallowedByMode: null,
  InvalidResponse: unraised,
  WildcardOriginNotAllowed: null,
  MissingAllowOriginHeader: null,
  MultipleAllowOriginValues: null,
  InvalidAllowOriginValue: null,
  AllowOriginMismatch: null,
  InvalidAllowCredentials: null,
  CorsDisabledScheme: null,
  PreflightInvalidStatus: null,
  PreflightDisallowedRedirect: null,
  PreflightWildcardOriginNotAllowed: null,
  PreflightMissingAllowOriginHeader: null,
  PreflightMultipleAllowOriginValues: null,
  PreflightInvalidAllowOriginValue: null,
  PreflightAllowOriginMismatch: null,
  PreflightInvalidAllowCredentials: null,
  PreflightMissingAllowExternal: removed,
  PreflightInvalidAllowExternal: removed,
  InvalidAllowMethodsPreflightResponse: null,
  InvalidAllowHeadersPreflightResponse: null,
  MethodDisallowedByPreflightResponse: null,
  HeaderDisallowedByPreflightResponse: null,
  RedirectContainsCredentials: null,
  InsecureLocalNetwork: ownRun,
  InvalidLocalNetworkAccess: ownRun,
  NoCorsRedirectModeNotFollow: null,
  LocalNetworkAccessPermissionDenied: ownRun,
};

/** One name of the protocol, and who gave it how often. */
export interface CorsErrorCount {
  readonly name: string;
  /** Cases in which real Chromium reported it. */
  readonly chromium: number;
  /** Those of them in which the model did. */
  readonly both: number;
  /** Why it cannot be had. */
  readonly unreachable: string | null;
}

/** Every name, with the cases in which browser and model gave it to the same request. */
export function countCorsErrors(comparisons: readonly Comparison[]): readonly CorsErrorCount[] {
  const seen = tally(comparisons, namesSeen);
  const shared = tally(comparisons, (comparison) => {
    const said = (comparison.expected.errors ?? []).map(({ corsError }) => corsError);
    return namesSeen(comparison).filter((name) => said.includes(name));
  });
  return Object.entries(corsErrors).map(([name, unreachable]) => {
    return { name, unreachable, chromium: seen.get(name) ?? 0, both: shared.get(name) ?? 0 };
  });
}

function namesSeen({ observed }: Comparison): readonly string[] {
  return (observed.errors ?? []).map(({ corsError }) => corsError);
}
