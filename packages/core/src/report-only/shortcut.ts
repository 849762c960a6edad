import { type Cors, type Gate, isCors } from "../cors.ts";
import type { DecidedVerdict } from "../verdict/decided.ts";
import type { NormalizedCorsOptions } from "../options.ts";
import type { Verdict } from "../verdict/verdict.ts";
import { isSameGrant } from "./difference.ts";

/** Whether the candidate would say the same as the live policy, as far as that is seen at once. */
export type Shortcut<Context> = (live: Verdict, context: Context) => boolean;

/**
 * Compiles a look that spares most requests a second verdict. If both policies give the same to the
 * origins that they allow, a list of origins need only be asked for the origin.
 */
export function compileShortcut<Context>(
  live: Gate<Context>,
  candidate: Gate<Context>,
): Shortcut<Context> {
  if (!isCors(live) || !isCors(candidate) || mustBeAsked(candidate.options)) return () => false;
  const cors = candidate as Cors<Context>;
  const [one, other] = [live.options, candidate.options];
  const grants = isSameGrant(one, other);
  const answers = grants && isSame(one, other, "allowMethods", "allowHeaders");
  const self = isSame(one, other, "selfOrigins");
  return (verdict, context) => {
    const { kind, origin, granted } = verdict as DecidedVerdict;
    if (origin === null) return true;
    if (cors.allows(origin, context) !== granted) return false;
    if (!granted) return kind === "preflight" || self;
    return kind === "preflight" ? answers : grants;
  };
}

/** A function may look at the request, and a hook wants to hear. */
function mustBeAsked({ origin, onVerdict }: NormalizedCorsOptions<never>): boolean {
  return typeof origin === "function" || onVerdict !== undefined;
}

function isSame(
  one: NormalizedCorsOptions<never>,
  other: NormalizedCorsOptions<never>,
  ...names: readonly ("allowMethods" | "allowHeaders" | "selfOrigins")[]
): boolean {
  // Expressions have no text in JSON.
  const text = (options: NormalizedCorsOptions<never>, name: (typeof names)[number]): string =>
    `${typeof options[name]} ${[options[name]].flat().map(String).join()}`;
  return names.every((name) => text(one, name) === text(other, name));
}
