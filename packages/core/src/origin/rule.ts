import { isOpaqueOrigin, parseOrigin } from "../fetch/origin.ts";
import type { NormalizedCorsOptions } from "../options.ts";
import { leaksCredentials } from "./leak.ts";
import { compileOrigins, type OriginMatcher } from "./matcher.ts";

/** Whether a policy allows an origin, or, where it asks a function, whether that may allow it. */
export function compileRule<Context>(
  options: NormalizedCorsOptions<Context>,
): (origin: string | null) => boolean {
  const { origin, credentials } = options;
  // Functions are asked about well-formed origins, and about opaque ones where no credentials can leak.
  const matches: OriginMatcher =
    origin === "*"
      ? () => true
      : Array.isArray(origin)
        ? compileOrigins(origin, options)
        : (candidate) =>
            isOpaqueOrigin(candidate)
              ? !credentials
              : !!parseOrigin(candidate) && !leaksCredentials(candidate, options);
  return (candidate) => candidate !== null && matches(candidate);
}

/** `*`, or the only origin there is: a longer list, a pattern, an expression read as no origin. */
export function onlyOrigin(origin: unknown): string {
  const text = String(origin);
  return text === "*" || parseOrigin(text) ? text : "";
}
