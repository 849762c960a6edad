import type { Evidence } from "../evidence.ts";
import { addressBehind, bucketsRegion, locationOf, redirectCode } from "../redirect.ts";
import type { FoundCause } from "./found-cause.ts";

/** Failures that name what is wrong with a redirect better than "it is one". */
const ownRedirects = /^redirect-(?:userinfo|stream|too-many|scheme|location|forbidden|mode)/;

/** The redirect that the failure is about: the one that was refused, or the first that was followed. */
export function leading(evidence: Evidence): FoundCause | undefined {
  const { failure, probes, seen } = evidence;
  if (!failure || ownRedirects.test(failure.code)) return undefined;
  for (const { answer } of seen) {
    const to = answer && (locationOf(answer) ?? bucketsRegion(answer));
    if (!answer || !to) continue;
    const code = redirectCode(new URL(answer.url), to, probes.target ?? seen.at(-1)?.answer);
    // The page's name got lost on the way, and the new address knows it: that says more.
    if (code === "redirect-elsewhere" && failure.code === "redirect-origin-null") return undefined;
    return { code, detail: addressBehind(code, new URL(answer.url), to), answer };
  }
  return undefined;
}
