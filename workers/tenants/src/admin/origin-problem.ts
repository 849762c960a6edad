import { CorsConfigError, createCors, type OriginPattern } from "@crossgate/core";

/** Why an origin can't be a key, in core's words, with what to write instead. */
export function originProblem(origin: string): string | undefined {
  try {
    const cors = createCors({ origin: [origin as OriginPattern] });
    // Of all that a policy may list, only patterns don't match themselves.
    return cors.allows(origin)
      ? undefined
      : `a pattern ${JSON.stringify(origin)}; write each origin in full, since keys hold no wildcards`;
  } catch (error) {
    if (!(error instanceof CorsConfigError)) throw error;
    return error.issues.map(({ message }) => message).join("; ");
  }
}
