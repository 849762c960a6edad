import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalPath, covers, parsePathPattern } from "./path.ts";

type Covers = (pattern: string, pathname: string) => boolean;

/** Segment by segment, each decoded by itself. */
const oracle: Covers = (pattern, pathname) => {
  const segments = segmentsOf(pathname);
  if (!segments) return false;
  const wanted = segmentsOf(pattern.replace(/\/\*$/, "")) ?? [];
  const isTree = pattern.endsWith("/*");
  return (
    (isTree ? segments.length >= wanted.length : segments.length === wanted.length) &&
    wanted.every((segment, index) => segment === segments[index])
  );
};

function segmentsOf(pathname: string): readonly string[] | undefined {
  const raw = pathname.replace(/^\//, "").replace(/\/$/, "").split("/");
  if (pathname === "/" || pathname === "") return [];
  if (raw.includes("") || pathname.endsWith("//") || pathname.startsWith("//")) return undefined;
  try {
    const segments = raw.map((segment) => decodeURIComponent(segment));
    return segments.some((segment) => /[/%\\]/.test(segment)) ? undefined : segments;
  } catch {
    return undefined;
  }
}

const real: Covers = (pattern, pathname) => {
  const parsed = parsePathPattern(pattern);
  const path = canonicalPath(pathname);
  return parsed !== undefined && path !== undefined && covers(parsed, path);
};

const segment = fc.constantFrom("admin", "public", "a", "ad", "min", "é");

/** How a client may write a segment, honestly or not. */
const spelling = fc.constantFrom<(segment: string) => string>(
  encodeURI,
  encodeURI,
  (segment) => encodeURI(segment).toLowerCase(),
  (segment) => segment.toUpperCase(),
  (segment) => `%${segment.charCodeAt(0).toString(16)}${segment.slice(1)}`,
  (segment) => `%25${segment.charCodeAt(0).toString(16)}${segment.slice(1)}`,
  (segment) => `${encodeURI(segment)}%2f`,
  (segment) => `${encodeURI(segment)}%5Cx`,
  (segment) => `${encodeURI(segment)};x`,
  (segment) => `${encodeURI(segment)}/`,
  (segment) => `${encodeURI(segment)}%`,
  () => "%ff",
);

const rule = fc.record({
  segments: fc.array(segment, { minLength: 1, maxLength: 3 }),
  end: fc.constantFrom("", "/", "/*", "/*"),
});
const request = fc.record({
  spellings: fc.array(spelling, { minLength: 3, maxLength: 3 }),
  dropped: fc.nat(1),
  below: fc.array(segment.map(encodeURI), { maxLength: 2 }),
  end: fc.constantFrom("", "/"),
});

const patternAndPathname = fc
  .tuple(fc.option(rule, { freq: 2 }), rule, request)
  .map(([other, rule, request]) => {
    const written = rule.segments.slice(request.dropped).map((segment, index) => {
      const spell = request.spellings[index] ?? encodeURI;
      return spell(segment);
    });
    const path = [...written, ...request.below].join("/");
    const chosen = other ?? rule;
    const pattern = `/${chosen.segments.join("/")}${chosen.end}`;
    return [pattern, path === "" ? "/" : `/${path}${request.end}`] as const;
  });

/** A run ends with the first difference; how soon a planted bug shows one is chance. */
const PATIENCE = 100_000;

function agrees(candidate: Covers, numRuns = 5000): void {
  fc.assert(
    fc.property(patternAndPathname, ([pattern, pathname]) => {
      expect([pattern, pathname, candidate(pattern, pathname)]).toEqual([
        pattern,
        pathname,
        oracle(pattern, pathname),
      ]);
    }),
    { numRuns },
  );
}

describe("section 6: paths", () => {
  test("agree with the naive oracle", () => {
    expect(() => agrees(real)).not.toThrow();
  });

  const bugs: Record<string, Covers> = {
    "a prefix without a segment boundary": (pattern, pathname) =>
      real(pattern, pathname) ||
      (canonicalPath(pathname) ?? "").startsWith(pattern.replace(/\/?\*?$/, "") || "none"),
    "case folding": (pattern, pathname) => real(pattern, pathname.toLowerCase()),
    "decoded twice": (pattern, pathname) =>
      real(pattern, pathname.replace(/%25/g, "%")) || real(pattern, pathname),
    "an escaped slash decoded": (pattern, pathname) =>
      real(pattern, pathname.replace(/%2f/gi, "/")),
    "not decoded": (pattern, pathname) => real(pattern, pathname.replace(/%6/g, "%256")),
    "empty segments joined": (pattern, pathname) => real(pattern, pathname.replace(/\/+/g, "/")),
    "a tree without its own root": (pattern, pathname) =>
      real(pattern, pathname) && !(pattern.endsWith("/*") && real(pattern.slice(0, -2), pathname)),
  };

  for (const [name, candidate] of Object.entries(bugs)) {
    test(`the oracle finds a planted bug: ${name}`, () => {
      expect(() => agrees(candidate, PATIENCE)).toThrow("Property failed");
    });
  }
});
