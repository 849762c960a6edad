import { isOpaqueOrigin, isOrigin } from "../fetch/origin.ts";
import type { ValidPolicy } from "../validate/options.ts";
import { sendsCredentialsInsecurely } from "./insecure.ts";
import { compileOrigins, type OriginMatcher } from "./list.ts";

/** Whether a policy allows an origin, or, where it asks a function, whether that may allow it. */
export function compileAllowedOrigins<Context>({
  origin,
  options,
}: ValidPolicy<Context>): (origin: string | null) => boolean {
  // Functions are asked about well-formed origins, and about opaque ones where no credentials are sent.
  const matches: OriginMatcher =
    origin === "*"
      ? () => true
      : typeof origin === "object"
        ? compileOrigins(origin, options)
        : (candidate) =>
            isOpaqueOrigin(candidate)
              ? !options.credentials
              : isOrigin(candidate) && !sendsCredentialsInsecurely(candidate, options);
  // Not null alone: a program without types may ask about the header that a handshake does not have.
  return (candidate) => typeof candidate === "string" && matches(candidate);
}
