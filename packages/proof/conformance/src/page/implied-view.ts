import type { Step } from "../case.ts";
import { headerOf, isPreflight } from "./page-request.ts";
import type { PageView } from "./page-view.ts";

/**
 * What a case implies about the page where it says nothing: read off the headers it expects and
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
