import type { Evidence } from "../cause/evidence.ts";
import type { FoundCause } from "../cause/find-cause.ts";
import type { Cure } from "./cure.ts";
import { pageCures } from "./page-cures.ts";
import { tellTheOwner, waysAround } from "./around.ts";
import { extensionCures } from "./extension.ts";
import { platformCure } from "./platforms.ts";
import { type CureWishes, isPolicy, serverCures } from "./server-cures.ts";
import { withoutPreflight } from "./without-preflight.ts";

/** Causes that the page's own server can go around. */
const goneAround =
  /^(?:acao-|acac-|methods-|method-not-|headers?-|authorization-|options-|preflight-|redirect-(?:slash|https|elsewhere|origin-null|forbidden|stream-body)$|forbidden$|mode-no-cors$|cache-|encoding-|mixed-content$)/;

/** What no one but the owner of the server can mend. */
const serversOwn =
  /^(?:login-required|not-found|bad-request|too-large|rate-limited|handler-failed|gateway-failed)$/;

/** Everything that cures a cause, the best first; a server of someone else always comes last. */
export function curesFor(
  found: FoundCause,
  evidence: Evidence,
  wishes: CureWishes,
): readonly Cure[] {
  const platform = wishes.notMine ? undefined : platformCure(found);
  if (platform) return [platform, tellTheOwner];
  const around = goneAround.test(found.code) ? waysAround(evidence) : [];
  const owner = serversOwn.test(found.code) ? [tellTheOwner] : [];
  const extension = goneAround.test(found.code) ? extensionCures(evidence) : [];
  const own = [...pageCures(found, evidence), ...withoutPreflight(evidence)];
  if (wishes.notMine) {
    const ways = [...extension, ...around, ...own.filter(({ audience }) => audience !== "server")];
    return ways.length > 0 ? ways : [tellTheOwner];
  }
  const policy = serverCures(found, evidence, wishes);
  // A slip of the page's own comes before what the server could do about it.
  const isSlip = found.code === "header-not-allowed" && own.some(({ edit }) => edit === "change");
  const isFirst = (isPolicy(found, evidence) && !isSlip) || found.code === "too-large";
  return [
    ...extension,
    ...(isFirst ? policy : []),
    ...own,
    ...(isFirst ? [] : policy),
    ...around,
    ...owner,
  ];
}
