import { type GateSource, toGate } from "../adapter/to-gate.ts";
import { createCors, isCors, type Gate } from "../cors.ts";
import { report } from "../report.ts";
import { gateForRoute, isRouteGate, type RouteGate } from "../adapter/route.ts";
import type { Verdict } from "../verdict/verdict.ts";
import { createWatch, type OnDifference, type Watch } from "./watch.ts";

export type { Change } from "./difference.ts";
export type { Difference, OnDifference } from "./watch.ts";

/**
 * Tries a policy on live traffic: answers as `live` does, byte for byte, and also checks each request
 * by `candidate`. What fails in the candidate or in the callback is reported and changes nothing.
 *
 * A `live` gate of several policies, such as that of `corsByPath`, is asked twice for each request.
 * Its hooks then hear twice; put `reportOnly` into its rules to avoid it.
 *
 * @param live the policy that answers: options or a gate
 * @param candidate the policy that is tried: options or a gate
 * @param onDifference hears of each request whose page would have got something else
 * @returns a gate, which every adapter takes in place of options
 * @throws CorsConfigError with every problem of either policy
 * @example
 * ```ts
 * const gate = reportOnly(
 *   { origin: "*" },
 *   { origin: ["https://myapp.com", "https://*.myapp.com"], credentials: true },
 *   ({ candidate, change }) => console.log(change, candidate.origin, candidate.reason),
 * );
 * ```
 */
export function reportOnly<Context = unknown>(
  live: GateSource<Context>,
  candidate: GateSource<Context>,
  onDifference: OnDifference<Context>,
): Gate<Context> {
  const [liveGate, candidateGate] = [toGate(live), toGate(candidate)];
  if (typeof onDifference !== "function") {
    throw new TypeError("reportOnly: onDifference is missing; write a function of the difference");
  }
  const watch = createWatch(liveGate, candidateGate, onDifference);
  if (isCors(liveGate)) {
    const { options } = liveGate;
    return createCors<Context>({
      ...options,
      onVerdict: (verdict, request, context) => {
        watch(verdict, request, context);
        return options.onVerdict?.(verdict, request, context);
      },
    });
  }
  const gate = observe(liveGate, watch);
  if (!isRouteGate(liveGate)) return gate;
  const forRoute: RouteGate<Context>["forRoute"] = (route) =>
    reportOnly(gateForRoute(liveGate, route), gateForRoute(candidateGate, route), onDifference);
  return Object.assign(gate, { forRoute });
}

/** A gate that is not one policy: its own `wrap` answers, and its `check` is asked beside it. */
function observe<Context>(gate: Gate<Context>, watch: Watch<Context>): Gate<Context> {
  // A verdict for the watch alone: what is written on it changes no response.
  const watchAlso = (request: Request, context?: Context): void => {
    const hear = (settled: Verdict): void => watch(settled, request, context as Context);
    try {
      const verdict = gate.check(request, context);
      if (!("then" in verdict)) hear(verdict);
      // The gate that answers meets the same rejection.
      else
        Promise.resolve(verdict)
          .then(hear)
          .catch(() => {});
    } catch (error) {
      report("the live gate of reportOnly could not be asked twice", error);
    }
  };
  const check: Gate<Context>["check"] = (request, context) => {
    watchAlso(request, context);
    return gate.check(request, context);
  };
  const wrap = (handler: Handler<Context>): Handler<Context> => {
    const guarded = (gate.wrap as unknown as (handler: Handler<Context>) => Handler<Context>)(
      handler,
    );
    // A parameter by name: Deno passes nothing to a function that counts none.
    return function (this: unknown, request: Request, context?: Context) {
      watchAlso(request, context);
      return guarded.apply(this, arguments as unknown as [Request, Context?]);
    };
  };
  return { check, wrap: wrap as unknown as Gate<Context>["wrap"] };
}

type Handler<Context> = (this: unknown, request: Request, context?: Context) => unknown;
