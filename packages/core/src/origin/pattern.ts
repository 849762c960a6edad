import { isLoopback, isOrigin } from "../fetch/origin.ts";

/**
 * The pattern that a text stands for, as browsers would serialise it: `HTTPS://Example.com/` →
 * `https://example.com`. A text that is a pattern stands for itself.
 *
 * ```abnf
 * pattern = scheme "://" [ "*." ] host [ ":" ( port / "*" ) ]
 * ```
 *
 * Whitespace and quotes around it, and commas behind it, are left from the file that it came out of.
 *
 * @returns the pattern, or `undefined` when the text stands for none
 */
export function toPattern(text: string): string | undefined {
  const [, scheme, subdomains = "", host = "", anyPort = ""] =
    /^[\s"'<]*(?![\s"'<])([\w+.-]+:\/\/)?(\*\.)?([^\s"'<>,;]*?)(:\*)?\/?[\s"'>,;]*$/.exec(text) ??
    [];
  const url = URL.parse(((scheme ?? schemeFor(host)) + host).toLowerCase());
  const origin = url && `${url.protocol}//${url.host}`;
  const isPattern =
    origin &&
    isOrigin(origin) &&
    !(anyPort && url.port) &&
    (!subdomains || mayHaveSubdomains(url.hostname));
  return isPattern ? origin.replace("//", `//${subdomains}`) + anyPort : undefined;
}

/**
 * The scheme that is meant if none is written. No one has a certificate for this machine, and no
 * one means a host without a dot.
 */
function schemeFor(text: string): string {
  const host = text.replace(/^\/\//, "");
  const hostname = URL.parse(`http://${host}`)?.hostname ?? "";
  if (isLoopback(hostname)) return "http://";
  return /^[^/?#]*\./.test(host) ? "https://" : "";
}

/** Not an address, and not a single label: below `com` is everyone, below `localhost` no one else. */
function mayHaveSubdomains(hostname: string): boolean {
  return /^localhost\.?$|\.[^.\d]/.test(hostname);
}

/**
 * The RegExp for a `*` inside a label (preview deployments), in an address, or in place of an
 * extension's name. It is written as a person would write it. A name needs two whole labels behind
 * it: for `https://*example.com` it would admit `https://evilexample.com`.
 */
export function toExpression(text: string): string | undefined {
  const isAddress = /^\w+:\/\/\d[\d.*]+(:\*)?$/.test(text);
  const isName =
    /^(\w+:\/\/[\w.*-]*([\w-]\*|\*-)[\w-]*(\.[\w-]+){2,}(:\*)?|[\w-]+-extension:\/\/\*)$/.test(
      text,
    );
  if (!isAddress && !isName) return undefined;
  const wild = isAddress ? "\\d+" : "[a-z0-9-]+";
  return toLiteral(text.replace(":*", "(?::\\d+)?").replace(/\*+/g, wild));
}

/** The RegExp that a text was meant for, from start to end, and with a backslash before each dot. */
export function toLiteral(text: string): string {
  const source = text
    .replace(/^\/?\^?|\$?\/?$/g, "")
    .replace(/\\.|\[[^\]]*\]|\/|\.(?![*+?{])/g, (part) => (part[1] ? part : `\\${part}`));
  return `/^${source}$/`;
}
