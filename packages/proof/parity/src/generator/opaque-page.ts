import type { Rule, Scenario, Step } from "@crossgate/browser/fixtures/scenario";
import type { Random } from "./random.ts";

/** A page with an opaque origin, now and then. */
export function opaquePage(
  steps: readonly Step[],
  rules: readonly Rule[],
  random: Random,
): Pick<Scenario, "page"> {
  const isOpaque = random.chance(0.07) && !steps.some(usesStorageAccess) && !asksSameSite(rules);
  return isOpaque ? { page: "null" } : {};
}

/**
 * Whether a frame would say who it is for another reason than CORS. By the Storage Access headers a
 * credentialed request carries `Origin` when the frame's top-level page shares the site of the URL.
 * The model knows no top-level pages.
 */
function usesStorageAccess({ mode, credentials }: Step): boolean {
  return mode === "no-cors" && credentials === "include";
}

/**
 * Chromium takes an opaque origin and a host of one label for one site. On the web no host is of one
 * label.
 */
function asksSameSite(rules: readonly Rule[]): boolean {
  return rules.some(({ actual }) => actual.headers.some(([, value]) => value === "same-site"));
}
