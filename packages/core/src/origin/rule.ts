import { isInsecureOrigin, parseOrigin } from "../fetch/origin.ts";
import type { CorsOptions, NormalizedCorsOptions } from "../options.ts";
import { compileOrigins, type OriginMatcher } from "./matcher.ts";

/** Whether a policy allows an origin, or, where it asks a function, whether that may allow it. */
export function compileRule<Context>(
  options: NormalizedCorsOptions<Context>,
): (origin: string | null) => boolean {
  const { origin, credentials } = options;
  // Functions are asked about well-formed origins, and about `null` where no credentials can leak.
  const matches: OriginMatcher =
    origin === "*"
      ? () => true
      : Array.isArray(origin)
        ? compileOrigins(origin)
        : (candidate) => (candidate === "null" ? !credentials : !!parseOrigin(candidate));
  // Patterns were judged at construction; what a RegExp or a function lets through is judged here.
  return (candidate) =>
    candidate !== null && matches(candidate) && !leaksCredentials(candidate, options);
}

/** Whether the network would read along, and nobody has said that it may. */
export function leaksCredentials(
  origin: string,
  options: Pick<CorsOptions, "credentials" | "dangerouslyAllowInsecureOrigins">,
): boolean | undefined {
  return (
    options.credentials && !options.dangerouslyAllowInsecureOrigins && isInsecureOrigin(origin)
  );
}

/** `*`, or the only origin there is: a longer list, a pattern, an expression read as no origin. */
export function onlyOrigin(origin: unknown): string {
  const text = String(origin);
  return text === "*" || parseOrigin(text) ? text : "";
}
