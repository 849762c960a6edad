import {
  CorsBlockedError,
  createBrowser,
  type Diagnosis,
  diagnose,
  type Exchange,
  type Profile,
} from "@crossgate/browser";
import type { Verdict } from "@crossgate/core";
import { answerCall, type Places } from "../src/demo/endpoint.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { initOf, type ScriptRequest } from "./script-request.ts";

/** An exchange, and what the gate decided about it. */
export interface CheckedExchange {
  readonly exchange: Exchange;
  /** Undefined for a server without Crossgate. */
  readonly verdict: Verdict | undefined;
  readonly diagnosis: Diagnosis;
}

/** What a browser will do, worked out in the page by the same code that the server runs. */
export interface Prediction {
  readonly profile: Profile;
  readonly outcome: Outcome;
  readonly error: CorsBlockedError | undefined;
  readonly exchanges: readonly CheckedExchange[];
}

/** All that a script is told, whatever the reason. */
const SCRIPT_ERRORS: Readonly<Record<Profile, string>> = {
  chromium: "TypeError: Failed to fetch",
  firefox: "TypeError: NetworkError when attempting to fetch resource.",
  webkit: "TypeError: Load failed",
  spec: "TypeError",
};

/** Plays a browser against the demonstration. */
export async function predict(
  request: ScriptRequest,
  pageOrigin: string,
  places: Places,
  profile: Profile,
): Promise<Prediction> {
  const verdicts = new WeakMap<Request, Verdict>();
  const browser = createBrowser({
    profile,
    network: async (asked) => {
      // The Workers runtime knows no such method, and says so before any Worker is asked.
      if (asked.method === "patch") return new Response(null, { status: 501 });
      return answerCall(asked, places, { onVerdict: (verdict) => verdicts.set(asked, verdict) });
    },
  });
  const page = browser.open(pageOrigin);
  let error: CorsBlockedError | undefined;
  let redirected = false;
  const outcome = await outcomeOf(async () => {
    try {
      const response = await page.fetch(request.url, initOf(request));
      redirected = page.exchanges.some(({ conclusion }) => conclusion.kind === "redirected");
      return response;
    } catch (reason) {
      if (reason instanceof CorsBlockedError) error = reason;
      throw reason;
    }
  });
  return {
    profile,
    outcome: asInBrowser(outcome, profile, redirected),
    error,
    exchanges: page.exchanges.map((exchange) => ({
      exchange,
      verdict: verdicts.get(exchange.request),
      diagnosis: diagnose(exchange),
    })),
  };
}

/** A `Response` of a script's own making can't say that it was redirected; our errors say too much. */
function asInBrowser(outcome: Outcome, profile: Profile, redirected: boolean): Outcome {
  if (outcome.kind === "readable") return { ...outcome, redirected };
  const isOurs = outcome.error.startsWith("CorsBlockedError");
  return isOurs ? { kind: "blocked", error: SCRIPT_ERRORS[profile] } : outcome;
}

/** The profile of the browser that this runs in, as far as it says. */
export function profileOf(userAgent: string): Profile {
  if (/Firefox\//u.test(userAgent)) return "firefox";
  if (/Chrom(?:e|ium)\//u.test(userAgent)) return "chromium";
  return /AppleWebKit\//u.test(userAgent) ? "webkit" : "spec";
}
