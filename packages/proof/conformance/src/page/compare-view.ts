import type { CorsOptions } from "@crossgate/core";
import type { Step } from "../case.ts";
import type { Difference } from "../compare.ts";
import type { Observation } from "../observation.ts";
import { impliedView } from "./implied-view.ts";
import { type Ask, responseOf, viewOfPage } from "./page-view.ts";

/** What the page gets of a response, where that is not what the case says. */
export async function compareView(
  step: Step,
  options: CorsOptions,
  seen: Observation,
  ask: Ask,
): Promise<Difference[]> {
  if (seen.status === undefined) return [];
  const { page } = step.expect;
  const result = await viewOfPage(step.request, options, responseOf(seen), ask);
  const got = "view" in result ? result.view : "never";
  const expected = page ?? (got === "never" ? "never" : impliedView(step));
  if (got === expected) return [];
  return [{ what: "page", expected, got: "never" in result ? `never: ${result.never}` : got }];
}
