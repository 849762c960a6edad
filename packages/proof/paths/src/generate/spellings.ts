import type { Random } from "./random.ts";

type Mutation = (path: string, random: Random) => string;

/** What a client may do to a path, honestly or not. */
const MUTATIONS: readonly Mutation[] = [
  escapeOne("upper"),
  escapeOne("upper"),
  escapeOne("lower"),
  escapeOne("twice"),
  (path) =>
    Array.from(path, (character) => (character === "/" ? "/" : escaped(character))).join(""),
  (path, random) =>
    atSlash(path, random, "/", ["//", "/./", "/%2e/", "/%2E%2e/", "/x/../", "/../"]),
  (path, random) => atSlash(path, random, "/", ["%2f", "%2F", "%252f", "\\", "%5c", "%5C", "/\\"]),
  (path, random) =>
    atSlash(path, random, "/", ["/;/", ";a/", ";a=b/", "%00/", "%20/", "./", "%2e/"]),
  (path, random) =>
    atSlash(path, random, "/", ["/%09", "/%0a", "/%0D", "/\t", "/%c0%af", "/\u{2215}"]),
  (path, random) => path + random.pick(["/", "//", "/.", "/..", "/%2e", "/%2e%2e", "/*", "/%2a"]),
  (path, random) =>
    path + random.pick([".", ";", ";x", "%", "%2", "%zz", "%ff", "%00", "%20", " ", "+"]),
  (path, random) =>
    path + random.pick(["?", "?x", "?/../a", "#", "#x", "#/../a", "%3f", "%23", "%3Fx"]),
  (path, random) =>
    random.pick(["/.", "/..", "/x/..", "/%2e", "/x/%2E%2E", "/", "/;", "//host"]) + path,
  (path, random) =>
    random.pick(["http://other.example", "https://other.example:1", "http:"]) + path,
  (path, random) => replaceOne(path, random, (character) => character.toUpperCase()),
  (path, random) => replaceOne(path, random, (character) => character.toLowerCase()),
  (path, random) => replaceOne(path, random, fullWidth),
  (path) => decodeLeniently(path).normalize("NFD"),
  (path) => encodeURI(decodeLeniently(path).normalize("NFD")),
  (path) => decodeLeniently(path),
];

/** A path that is spelled plainly, in another way. */
export function respell(path: string, random: Random): string {
  let spelled = path;
  const count = 1 + (random.oneIn(3) ? random.below(3) : 0);
  for (let index = 0; index < count; index++) spelled = random.pick(MUTATIONS)(spelled, random);
  return spelled;
}

/** Every spelling of a path in which one character is an escape. */
export function everyEscape(path: string): readonly string[] {
  return Array.from(path, (character, index) =>
    ["upper", "lower", "twice"].map(
      (how) => path.slice(0, index) + escaped(character, how) + path.slice(index + 1),
    ),
  )
    .flat()
    .filter((spelled) => !spelled.startsWith("%"));
}

function escapeOne(how: string): Mutation {
  return (path, random) => replaceOne(path, random, (character) => escaped(character, how));
}

function escaped(character: string, how = "upper"): string {
  const bytes = [...new TextEncoder().encode(character)];
  const escapes = bytes.map((byte) => `%${byte.toString(16).padStart(2, "0").toUpperCase()}`);
  if (how === "lower") return escapes.join("").toLowerCase();
  return how === "twice" ? escapes.join("").replaceAll("%", "%25") : escapes.join("");
}

/** Behind the first slash, without which there is no path. */
function replaceOne(path: string, random: Random, change: (character: string) => string): string {
  const index = 1 + random.below(Math.max(1, path.length - 1));
  return path.slice(0, index) + change(path.charAt(index)) + path.slice(index + 1);
}

function atSlash(path: string, random: Random, slash: string, others: readonly string[]): string {
  const parts = path.split(slash);
  const at = 1 + random.below(Math.max(1, parts.length - 1));
  return `${parts.slice(0, at).join(slash)}${random.pick(others)}${parts.slice(at).join(slash)}`;
}

function fullWidth(character: string): string {
  const code = character.charCodeAt(0);
  return code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : character;
}

function decodeLeniently(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
