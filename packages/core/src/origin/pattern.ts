import { parseOrigin } from "../fetch/origin.ts";

/**
 * The pattern that a text stands for, as browsers would serialise it: `HTTPS://Example.com/` →
 * `https://example.com`. A text that is a pattern stands for itself.
 *
 * ```abnf
 * pattern = scheme "://" [ "*." ] host [ ":" ( port / "*" ) ]
 * ```
 *
 * @returns the pattern, or `undefined` when the text stands for none
 */
export function toPattern(text: string): string | undefined {
  const [, scheme = "https://", subdomains = "", host = "", anyPort = ""] =
    /^([\w+.-]+:\/\/)?(\*\.)?(\S*?)(:\*)?\/?$/.exec(text.trim()) ?? [];
  const url = URL.parse((scheme + host).toLowerCase());
  const origin = url && `${url.protocol}//${url.host}`;
  const isPattern =
    origin &&
    parseOrigin(origin) &&
    !(anyPort && url.port) &&
    (!subdomains || mayHaveSubdomains(url.hostname));
  return isPattern ? origin.replace("//", `//${subdomains}`) + anyPort : undefined;
}

/** Not an address, and not a single label: below `com` is everybody, below `localhost` nobody else. */
function mayHaveSubdomains(hostname: string): boolean {
  return /^localhost\.?$|\.[^.\d]/.test(hostname);
}

/**
 * The RegExp for a `*` inside a label (preview deployments), as one would write it. Only with two
 * whole labels behind it: for `https://*example.com` it would admit `https://evilexample.com`.
 */
export function toExpression(text: string): string | undefined {
  if (!/^\w+:\/\/[\w.*-]*\*[\w-]*(?:\.[\w-]+){2,}$/.test(text)) return undefined;
  const source = text.replace(/[/.]/g, "\\$&").replace(/\*+/g, "[a-z0-9-]+");
  return `/^${source}$/`;
}
