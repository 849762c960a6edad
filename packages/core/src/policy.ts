import { isOrigin } from "./fetch/origin.ts";
import type { NormalizedCorsOptions } from "./options.ts";
import { compileAllowedOrigins } from "./origin/allowed.ts";
import { compileOrigins } from "./origin/list.ts";
import type { ValidPolicy } from "./validate/options.ts";

/** A policy, with what is known of it before any request comes. */
export interface Policy<Context = unknown> {
  readonly options: NormalizedCorsOptions<Context>;
  /** Whether an origin is allowed; where a function decides, whether it may be asked. */
  readonly allows: (origin: string | null) => boolean;
  /** `"*"`, or the only origin that is allowed; `undefined` where the request decides. */
  readonly onlyOrigin: string | undefined;
  /**
   * Whether everyone gets the same headers, even a request that is not CORS, so that caches keep one
   * copy. Every other policy says who was asked, even where the answer is no.
   *
   * @see https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
   */
  readonly isStatic: boolean;
  /** Knows the server's own origins, where the options name them. */
  readonly isSelf: ((origin: string) => boolean) | undefined;
}

/** Works out what follows from a policy that validation has let through. */
export function compilePolicy<Context>(valid: ValidPolicy<Context>): Policy<Context> {
  const { options, origin, selfOrigins } = valid;
  const onlyOrigin = onlyOriginOf(origin);
  return {
    options,
    allows: compileAllowedOrigins(valid),
    onlyOrigin,
    isStatic: onlyOrigin !== undefined && !options.refuseDenied,
    isSelf: selfOrigins && compileOrigins(selfOrigins, options),
  };
}

/** A pattern and an expression allow more than one origin. */
function onlyOriginOf(origin: ValidPolicy<never>["origin"]): string | undefined {
  if (origin === "*") return "*";
  const [entry] = typeof origin === "object" && origin.size === 1 ? origin : [];
  return typeof entry === "string" && isOrigin(entry) ? entry : undefined;
}
