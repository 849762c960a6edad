import type { Evidence } from "../cause/evidence.ts";
import type { Cure } from "./cure.ts";
import { call, page } from "./page/writer.ts";

/**
 * Where the same response may be read without asking first, the page can send what needs no
 * preflight.
 */
export function withoutPreflight(evidence: Evidence): readonly Cure[] {
  const { asked, failure, probes, seen } = evidence;
  const allowed = probes.simple?.headers.get("access-control-allow-origin");
  const isOpen = allowed === "*" ? asked.credentials !== "include" : allowed === asked.origin;
  const isSimple = asked.method === "GET" || asked.method === "POST";
  const isForced = seen.at(-1)?.exchange.state.forcePreflight ?? false;
  if (failure?.phase !== "preflight" || !isOpen || !isSimple) return [];
  const where = isForced
    ? "Do not listen to the progress of the upload, and do not stream the body. The request then needs no preflight, and this server lets the page read its responses."
    : "If the server can do without these headers, leave them out, and send a body as text/plain. The request then needs no preflight, and this server lets the page read its responses:";
  const headers = asked.method === "POST" ? { "content-type": "text/plain" } : undefined;
  const init = headers ? { headers, body: "…" } : {};
  return [isForced ? page("change", where) : page("change", where, call(evidence, { init }))];
}
