import type { NormalizedCorsOptions } from "../options.ts";
import { compileOrigins } from "../origin/list.ts";

/** Labels that stand for all names below a domain, and ports for all ports. */
const BELOW = ["kjw", "vx.kjw"];
const PORTS = ["", ":81", ":49152"];

/**
 * Whether earlier rules take every origin of a policy, so that it would silently never hold. What a
 * function or an expression takes is not known, except that the same expression takes the same.
 */
export function isCovered(
  { origin }: NormalizedCorsOptions<never>,
  earlier: readonly NormalizedCorsOptions<never>[],
): boolean {
  if (earlier.some((policy) => policy.origin === "*")) return true;
  if (!Array.isArray(origin)) return false;
  const known = earlier.flatMap((policy): readonly unknown[] =>
    Array.isArray(policy.origin) ? policy.origin : [],
  );
  const takes = compileOrigins(new Set(known.filter((entry) => typeof entry === "string")), {});
  return origin.every((entry: unknown) =>
    typeof entry === "string"
      ? samplesOf(entry).every(takes)
      : known.some((other) => String(other) === String(entry)),
  );
}

function samplesOf(pattern: string): readonly string[] {
  const hosts = pattern.includes("//*.")
    ? BELOW.map((labels) => pattern.replace("*", labels))
    : [pattern];
  return hosts.flatMap((host) => PORTS.map((port) => host.replace(":*", port)));
}
