import { isSpecialScheme } from "../fetch/origin.ts";
import { parsePattern } from "./pattern.ts";

/**
 * What the author of a refused pattern most likely meant, as text to write instead.
 *
 * @returns a canonical pattern or a RegExp literal in quotes-and-all source form, or `undefined`
 */
export function suggestInstead(text: string): string | undefined {
  const canonical = canonicalPattern(text);
  if (canonical) return JSON.stringify(canonical);
  return regExpFor(text);
}

/** The same pattern as browsers serialise it, e.g. `HTTPS://Example.com/` → `https://example.com`. */
function canonicalPattern(text: string): string | undefined {
  const parts = /^(?:([a-z][\w+.-]*):\/\/)?(\*\.)?([^/?#*]+?)(:\*)?(?:[/?#].*)?$/i.exec(
    text.trim(),
  );
  if (!parts) return undefined;
  const [, scheme = "https", subdomains = "", authority = "", anyPort = ""] = parts;
  const host = hostOf(scheme.toLowerCase(), authority);
  const candidate = `${scheme.toLowerCase()}://${subdomains}${host}${anyPort}`;
  return parsePattern(candidate) ? candidate : undefined;
}

/** Only special schemes have a host that the URL parser normalises (IDNA, IP forms, default port). */
function hostOf(scheme: string, authority: string): string {
  if (!isSpecialScheme(scheme)) return authority.toLowerCase();
  try {
    return new URL(`${scheme}://${authority}`).host;
  } catch {
    return "";
  }
}

/**
 * A `*` inside a label (preview deployments) as an anchored RegExp. Only where two whole labels
 * stand behind it: `https://*example.com` as an expression would admit `https://evilexample.com`.
 */
function regExpFor(text: string): string | undefined {
  const parts =
    /^([a-z][a-z0-9+.-]*:\/\/)(\*\.)?([a-z0-9.*_-]*\*[a-z0-9*_-]*(?:\.[a-z0-9_-]+){2,})(:\*|:\d+)?\/?$/i.exec(
      text.trim(),
    );
  if (!parts) return undefined;
  const [, scheme = "", subdomains, host = "", port = ""] = parts;
  const source = [
    escape(scheme),
    subdomains ? String.raw`(?:[a-z0-9-]+\.)+` : "",
    host.split(/\*+/).map(escape).join("[a-z0-9-]+"),
    port === ":*" ? String.raw`(?::\d+)?` : port,
  ];
  return `/^${source.join("").replaceAll("/", String.raw`\/`)}$/`;
}

function escape(literal: string): string {
  return literal.toLowerCase().replace(/[.+]/g, String.raw`\$&`);
}
