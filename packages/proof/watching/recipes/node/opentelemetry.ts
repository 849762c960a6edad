import type { Verdict } from "@crossgate/core";
import type { RememberedOrigins } from "@crossgate/origins";
import { metrics } from "@opentelemetry/api";

const meter = metrics.getMeter("crossgate");
const decisions = meter.createCounter("cors.decisions", {
  description: "Requests that the gate has checked",
});

/** For `onVerdict`. Kind and reason are few; origins are chosen by strangers, and stay out. */
export function countVerdict({ kind, reason }: Verdict): void {
  decisions.add(1, { "cors.kind": kind, "cors.reason": reason });
}

/** What a cached list holds and has asked, read whenever the metrics are collected. */
export function watchOrigins({ stats }: Pick<RememberedOrigins, "stats">): void {
  meter.createObservableGauge("cors.origins.allowed").addCallback((result) => {
    result.observe(stats().allowed);
  });
  meter.createObservableCounter("cors.lookups").addCallback((result) => {
    const { lookups, failures, timeouts, overBudget } = stats();
    result.observe(lookups, { "cors.lookup": "begun" });
    result.observe(failures, { "cors.lookup": "failed" });
    result.observe(timeouts, { "cors.lookup": "timed-out" });
    result.observe(overBudget, { "cors.lookup": "over-budget" });
  });
}
