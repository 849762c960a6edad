import {
  ALLOW_CREDENTIALS,
  ALLOW_ORIGIN,
  EXPOSE_HEADERS,
  VARY,
  type HeaderRecord,
} from "./headers.ts";
import type { NormalizedCorsOptions } from "./options.ts";

/** The headers of a response whose page gets nothing, but which another page would get. */
export const DENIED: HeaderRecord = { [VARY]: "Origin" };

/**
 * Compiles the headers of all responses but a preflight's.
 *
 * A static policy (`"*"`, or one origin) says the same to everyone, also to requests that are not
 * CORS, so that caches keep one copy. Every other says who was asked, also where the answer is no.
 *
 * @returns for an allowed origin, or `null`, what its response carries
 * @see https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
 */
export function compileActual(
  options: Pick<NormalizedCorsOptions, "credentials" | "exposeHeaders" | "refuseDenied">,
  only: string | undefined,
): (origin: string | null) => HeaderRecord {
  const isStatic = only !== undefined && !options.refuseDenied;
  const others = {
    [ALLOW_CREDENTIALS]: options.credentials ? "true" : "",
    [EXPOSE_HEADERS]: String(options.exposeHeaders),
    [VARY]: isStatic ? "" : "Origin",
  };
  return (origin) =>
    isStatic || origin !== null
      ? { [ALLOW_ORIGIN]: (only ?? origin) as string, ...others }
      : DENIED;
}
