import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileOrigins, type OriginMatcher } from "./list.ts";

type Compile = (list: readonly string[]) => OriginMatcher;

/** What was checked at construction asks no rules. */
const compileList: Compile = (list) => compileOrigins(new Set(list), {});

/** O1 to the letter and at leisure: every pattern on its own, label by label. */
const oracle: Compile = (list) => (origin) =>
  list.some((pattern) =>
    pattern.includes("*") ? matchesFamily(pattern, origin) : pattern === origin,
  );

function matchesFamily(pattern: string, origin: string): boolean {
  const wanted = split(pattern);
  const given = split(origin);
  if (!wanted || !given || !isWellFormed(origin, given)) return false;
  if (wanted.scheme !== given.scheme) return false;
  if (wanted.port !== "*" && wanted.port !== given.port) return false;
  const [first, ...base] = wanted.labels;
  if (first !== "*") return wanted.labels.join(".") === given.labels.join(".");
  const extra = given.labels.length - base.length;
  return extra >= 1 && given.labels.slice(extra).join(".") === base.join(".");
}

function split(text: string) {
  const [, scheme, host, port = ""] = /^([^:]*):\/\/(\[.*\]|[^:]*)(?::(.*))?$/s.exec(text) ?? [];
  return scheme === undefined || host === undefined
    ? undefined
    : { scheme, labels: host.split("."), port };
}

function isWellFormed(
  origin: string,
  { scheme, labels, port }: { scheme: string; labels: string[]; port: string },
): boolean {
  const named = labels.at(-1) === "" && labels.length > 1 ? labels.slice(0, -1) : labels;
  return (
    origin.length <= 326 &&
    /^[a-z][a-z0-9+.-]*$/.test(scheme) &&
    named.every((label) => /^[a-z0-9_-]{1,63}$/.test(label)) &&
    (port === "" ? !origin.endsWith(":") : /^[1-9]\d*$/.test(port) && Number(port) <= 65535) &&
    !(scheme === "https" && port === "443") &&
    !(scheme === "http" && port === "80")
  );
}

// Few labels, so that patterns and origins meet; one is a suffix of another, one its upper case.
const label = fc.constantFrom("a", "ba", "evil", "x_y", "a-b", "com");
const scheme = fc.constantFrom("https", "http", "tauri");
const host = fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join("."));
const pattern = fc
  .tuple(scheme, fc.boolean(), host, fc.constantFrom("", ":*", ":8443", ":1"))
  .map(([scheme, wild, host, port]) => `${scheme}://${wild ? "*." : ""}${host}${port}`);
const list = fc.uniqueArray(pattern, { minLength: 1, maxLength: 12 });

/** What attackers, typing errors and honest pages make of a pattern in the list. */
const relative = fc.record({
  index: fc.nat(11),
  before: fc.constantFrom(
    "",
    "",
    "a.",
    "evil.",
    "ba.evil.",
    "evil",
    ".",
    "a..",
    "A.",
    "%61.",
    "*.",
  ),
  after: fc.constantFrom("", "", "", ".", ".evil", "evil", "/", "@evil", "\t", ".COM"),
  port: fc.constantFrom(undefined, "", ":8443", ":1", ":0", ":65535", ":65536", ":08443", ":"),
  spelling: fc.constantFrom("same", "same", "same", "upper", "scheme"),
});

function relativeOf(
  list: readonly string[],
  {
    index,
    before,
    after,
    port,
    spelling,
  }: typeof relative extends fc.Arbitrary<infer R> ? R : never,
): string {
  const { scheme, labels, port: own } = split(list[index % list.length] ?? "") ?? never();
  const host = (labels[0] === "*" ? labels.slice(1) : labels).join(".");
  const itsPort = own === "" || own === "*" ? "" : `:${own}`;
  const origin = `${scheme}://${before}${host}${after}${port ?? itsPort}`;
  if (spelling === "upper") return origin.replace(host, host.toUpperCase());
  return spelling === "scheme" ? origin.replace(scheme, "http") : origin;
}

function never(): never {
  throw new Error("a generated pattern did not parse");
}

/** One as long as an origin may be, and one byte longer. */
const longOrigin = fc.constantFrom(...[62, 63, 64].map((length) => longest(length)));

function longest(firstLabel: number): string {
  const host = ["a".repeat(firstLabel), "b".repeat(63), "c".repeat(63), "d".repeat(57), "a.com"];
  return `https://${host.join(".")}:65535`;
}

/** A run ends with the first difference; how soon a planted bug shows one is chance. */
const PATIENCE = 100_000;

function agrees(compile: Compile, numRuns = 1000): void {
  const property = fc.property(
    list,
    fc.array(relative, { maxLength: 20 }),
    fc.array(longOrigin, { maxLength: 2 }),
    (list, relatives, long) => {
      const [matches, expected] = [compile(list), oracle(list)];
      for (const origin of [...relatives.map((each) => relativeOf(list, each)), ...long]) {
        expect([origin, matches(origin)]).toEqual([origin, expected(origin)]);
      }
    },
  );
  fc.assert(property, { numRuns });
}

describe("O1, O2, O3: the matcher", () => {
  test("agrees with the naive oracle", () => {
    expect(() => agrees(compileList)).not.toThrow();
  });

  test("one of several expressions is enough, whichever it is", () => {
    const expressions = new Set([/^https:\/\/a\.example$/, /^https:\/\/b\.example$/]);
    const matches = compileOrigins(expressions, {});
    const origins = ["https://a.example", "https://b.example", "https://c.example"];
    expect(origins.map(matches)).toEqual([true, true, false]);
  });

  test("O2: allows an origin of 326 bytes and denies one of 327", () => {
    expect(() => keepsTheCap(compileList)).not.toThrow();
  });

  test.each<[string, Compile]>([
    ["one byte less", (list) => (origin) => origin.length < 326 && compileList(list)(origin)],
    ["no cap", (list) => (origin) => list.includes(origin)],
  ])("O2: the boundary test finds a planted bug: %s", (_, compile) => {
    expect(() => keepsTheCap(compile)).toThrow("deeply equal");
  });

  const bugs: Record<string, Compile> = {
    "a suffix without a label boundary": (list) => {
      const suffixes = list.filter((entry) => entry.includes("://*.") && !entry.endsWith(":*"));
      const correct = compileList(list);
      return (origin) =>
        correct(origin) ||
        suffixes.some(
          (entry) =>
            origin.startsWith(entry.slice(0, entry.indexOf("*"))) &&
            !/[^a-z.:/]/.test(origin) &&
            origin.endsWith(entry.slice(entry.indexOf("*") + 2)),
        );
    },
    "the last element lost": (list) => compileList(list.slice(0, -1)),
    "case folding": (list) => {
      const correct = compileList(list);
      return (origin) => correct(origin.toLowerCase());
    },
    "the apex below its own wildcard": (list) =>
      compileList([...list, ...list.map((entry) => entry.replace("*.", ""))]),
    "a port forgotten": (list) => {
      const correct = compileList(list);
      return (origin) => correct(origin.replace(/:\d+$/, "")) || correct(origin);
    },
    "empty labels": (list) => {
      const correct = compileList(list);
      return (origin) => correct(origin.replace("://.", "://")) || correct(origin);
    },
  };

  for (const [name, compile] of Object.entries(bugs)) {
    test(`the oracle finds a planted bug: ${name}`, () => {
      expect(() => agrees(compile, PATIENCE)).toThrow("Property failed");
    });
  }
});

function keepsTheCap(compile: Compile): void {
  const atTheCap = `${"s".repeat(64)}://${hostOf(253)}:65535`;
  const beyond = `${atTheCap}0`;
  const matches = compile([atTheCap, beyond]);
  expect([atTheCap.length, matches(atTheCap), matches(beyond)]).toEqual([326, true, false]);
}

/** A host of exactly so many bytes, in labels of at most 63. */
function hostOf(length: number): string {
  return `${`${"h".repeat(63)}.`.repeat(3)}${"h".repeat(length - 192)}`;
}
