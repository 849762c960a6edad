import { MAX_ORIGIN_LENGTH, parseOrigin } from "../fetch/origin.ts";

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
  const parts = /^\s*([a-z][\w+.-]*:\/\/)?(\*\.)?([^/?#\s]*?)(:\*)?(?:[/?#]\S*)?\s*$/i.exec(text);
  if (!parts) return undefined;
  const [, scheme = "https://", subdomains = "", host = "", anyPort = ""] = parts;
  const bare = (scheme + host).toLowerCase();
  if (!URL.canParse(bare)) return undefined;
  const url = new URL(bare);
  const origin = `${url.protocol}//${url.host}`;
  const pattern = origin.replace("//", `//${subdomains}`) + anyPort;
  const isPattern =
    parseOrigin(origin) &&
    pattern.length <= MAX_ORIGIN_LENGTH &&
    !(anyPort && url.port) &&
    (!subdomains || mayHaveSubdomains(url.hostname));
  return isPattern ? pattern : undefined;
}

/** Not an address, and not a single label: below `com` is everybody, below `localhost` nobody else. */
function mayHaveSubdomains(hostname: string): boolean {
  return /(?:^|\.)localhost\.?$|\.[^.\d][^.]*\.?$/.test(hostname);
}

/**
 * The RegExp for a `*` inside a label (preview deployments), as one would write it. Only with two
 * whole labels behind it: for `https://*example.com` it would admit `https://evilexample.com`.
 */
export function toExpression(text: string): string | undefined {
  if (!/^[a-z]+:\/\/[\w.*-]*\*[\w*-]*(?:\.[\w-]+){2,}(?::\d+)?$/.test(text)) return undefined;
  const source = text.replace(/[/.]|\*+/g, (part) =>
    part[0] === "*" ? "[a-z0-9-]+" : `\\${part}`,
  );
  return `/^${source}$/`;
}
