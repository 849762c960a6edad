import type { Verdict } from "@crossgate/core";

/** By the labels of a series. Kind and reason are few; origins are chosen by strangers. */
const counts = new Map<string, number>();

/** For `onVerdict`. */
export function countVerdict({ kind, reason }: Verdict): void {
  const labels = `kind="${kind}",reason="${reason}"`;
  counts.set(labels, (counts.get(labels) ?? 0) + 1);
}

/** What `GET /metrics` answers with; keep that path inside your network. */
export function metricsResponse(): Response {
  const series = [...counts].map(([labels, count]) => `cors_decisions_total{${labels}} ${count}\n`);
  const text = `# HELP cors_decisions_total Requests that the gate has checked.
# TYPE cors_decisions_total counter
${series.join("")}`;
  const type = "text/plain; version=0.0.4; charset=utf-8";
  return new Response(text, { headers: { "content-type": type } });
}
