import { parse } from "tldts";

/** Texts in quotes, and expressions between slashes, as they stand in a program. */
const LITERAL =
  /"((?:\\.|[^"\\\n])*)"|'((?:\\.|[^'\\\n])*)'|`((?:\\.|[^`\\])*)`|(?<=[(,=:[!&|?{};>\s])\/((?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/[dgimsuvy]*/g;

/** More of them would make too many questions. */
const MOST_LITERALS = 24;

/** The texts and expressions of a program that may be parts of an origin. */
export function literalsOf(program: string): readonly string[] {
  const found = [...program.matchAll(LITERAL)].flatMap((match) => match.slice(1));
  const parts = found.filter((text) => text !== undefined && /^[^\s,;]{2,120}$/.test(text));
  const hosts = parts.filter((text) => /[.:/-]/.test(text) && !/^\.{0,2}\/|^node:|^@/.test(text));
  const names = parts.filter((text) => !hosts.includes(text) && /^[a-z\d]{3,}$/i.test(text));
  return [...new Set([...hosts, ...names])].slice(0, MOST_LITERALS);
}

/** The expressions of a program. */
export function expressionsOf(program: string): readonly RegExp[] {
  return [...program.matchAll(LITERAL)].flatMap(([literal, , , , source]) => {
    if (source === undefined) return [];
    try {
      return [new RegExp(source, literal.slice(literal.lastIndexOf("/") + 1).replace(/[gy]/g, ""))];
    } catch {
      return [];
    }
  });
}

/**
 * Origins beside the names in a text, where anyone can register one, by the list of public suffixes:
 * `https://kj-myapp.co.uk` beside `myapp.co.uk`, `https://kjw.vercel.app` below `vercel.app`.
 */
export function strangersBeside(text: string): readonly string[] {
  return hostsIn(text).flatMap((name) => {
    const { publicSuffix, domainWithoutSuffix } = parse(name, { allowPrivateDomains: true });
    if (!publicSuffix?.includes(".")) return [];
    const below = ["kjw", "hq-wsj", "ua7", "5019"];
    const label = domainWithoutSuffix;
    const beside = !label
      ? []
      : [`kj${label}`, `kj-${label}`, `${label}q`, `${label}-vx`, `${label}-5019`];
    return [...below, ...beside].map((first) => `https://${first}.${publicSuffix}`);
  });
}

/** The host names in a text or an expression. */
export function hostsIn(text: string): readonly string[] {
  const written = text.toLowerCase().replace(/\\\.|\[\.\]/g, ".");
  const names = written.match(/[a-z\d][a-z\d-]*(?:\.[a-z\d-]+)+/g) ?? [];
  return names.slice(0, MOST_LITERALS);
}

/** More of them would make too many questions. */
const MOST_ORIGINS = 60;

/** The origins that a module writes out, a subdomain for each wildcard. */
export function originsIn(program: string): readonly string[] {
  const found = [...program.matchAll(/["'`]([a-z][\w+.-]*:\/\/[\w.*:[\]-]+)["'`]/g)].map(
    ([, origin = ""]) => origin.replace("://*.", "://sub.").replace(/:\*$/, ":8443"),
  );
  return [...new Set(found)].slice(0, MOST_ORIGINS);
}
