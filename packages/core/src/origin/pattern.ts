import { MAX_ORIGIN_LENGTH, parseOrigin, type SerializedOrigin } from "../fetch/origin.ts";

/**
 * One allowed origin, or a family of them.
 *
 * ```abnf
 * pattern = scheme "://" [ "*." ] host [ ":" ( port / "*" ) ]
 * ```
 */
export interface Pattern extends SerializedOrigin {
  /** `*.`: one or more labels in front of `host`; `host` itself does not match. */
  readonly subdomains: boolean;
  /** `:*`: any port, or none. */
  readonly anyPort: boolean;
}

/** The strict, configuration-time parser: what it refuses, `canonicalPattern` may be able to mend. */
export function parsePattern(text: string): Pattern | undefined {
  if (text.length > MAX_ORIGIN_LENGTH) return undefined;
  const subdomains = text.includes("://*.");
  const anyPort = text.endsWith(":*");
  const bare = (anyPort ? text.slice(0, -2) : text).replace("://*.", "://");
  const origin = parseOrigin(bare);
  if (!origin || (anyPort && origin.port) || origin.scheme === "file" || !isUrlHost(origin)) {
    return undefined;
  }
  if (subdomains && !mayHaveSubdomains(origin.host)) return undefined;
  return { ...origin, subdomains, anyPort };
}

/** Every name under a single label is a registry (`https://*.com`) or a whole company network. */
export function mayHaveSubdomains(host: string): boolean {
  const labels = host.split(".").filter(Boolean);
  const last = labels.at(-1) ?? "";
  return last === "localhost" || (labels.length > 1 && !/^\d/.test(last));
}

/** Punycode that does not decode is well-formed text, and no host that a browser would visit. */
function isUrlHost({ scheme, host }: SerializedOrigin): boolean {
  return URL.canParse(`${scheme}://${host}`);
}
