import { isInsecureOrigin, parseOrigin } from "../fetch/origin.ts";
import type { NormalizedCorsOptions } from "../options.ts";
import { compileOrigins, type OriginMatcher } from "./matcher.ts";

/** Whether a policy allows an origin, or, where it asks a function, whether that may allow it. */
export function compileRule<Context>(options: NormalizedCorsOptions<Context>): OriginMatcher {
  const { origin, credentials, dangerouslyAllowInsecureOrigins } = options;
  if (origin === "*") return () => true;
  // Functions are asked about well-formed origins, and about `null` where no credentials can leak.
  const matches: OriginMatcher = Array.isArray(origin)
    ? compileOrigins(origin)
    : (candidate) => (candidate === "null" ? !credentials : !!parseOrigin(candidate));
  // Patterns were judged at construction; what a RegExp or a function lets through is judged here.
  return credentials && !dangerouslyAllowInsecureOrigins
    ? (candidate) => matches(candidate) && !isInsecureOrigin(candidate)
    : matches;
}

/** `*`, or the only origin there is: no other text without a `*` inside is left by validation. */
export function onlyOrigin(origin: unknown): string | undefined {
  const [only, another] = [origin].flat();
  return typeof only === "string" && !another && !/.\*/.test(only) ? only : undefined;
}
