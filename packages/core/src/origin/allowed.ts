import { isOpaqueOrigin, parseOrigin } from "../fetch/origin.ts";
import type { NormalizedCorsOptions } from "../options.ts";
import { sendsCredentialsInsecurely } from "./insecure.ts";
import { compileOrigins, type OriginMatcher } from "./list.ts";

/** Whether a policy allows an origin, or, where it asks a function, whether that may allow it. */
export function compileAllowedOrigins<Context>(
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
              : !!parseOrigin(candidate) && !sendsCredentialsInsecurely(candidate, options);
  return (candidate) => candidate !== null && matches(candidate);
}
