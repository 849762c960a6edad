import type { PageView, Step } from "../case.ts";
import { headerOf, isPreflight } from "./page-request.ts";

/**
 * The page's view that a case implies if it says nothing. It is read off the expected headers and
 * the verdict, without the model, so that the two can disagree.
 */
export function impliedView({ request, expect }: Step): PageView {
  const allowed = expect.present?.["access-control-allow-origin"];
  if (allowed === undefined) return "blocked:acao-missing";
  if (allowed !== "*" && allowed !== headerOf(request, "origin")) return "blocked:acao-mismatch";
  const reason = isPreflight(request) ? expect.verdict?.[2] : undefined;
  if (reason === "method-not-allowed" || reason === "header-not-allowed")
    return `blocked:${reason}`;
  return "reads";
}
