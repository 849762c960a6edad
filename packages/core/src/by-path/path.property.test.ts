import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalPath, covers, parsePathPattern } from "./path.ts";

type Covers = (pattern: string, pathname: string) => boolean;

/** Segment by segment, each decoded by itself. */
const oracle: Covers = (pattern, pathname) => {
  const segments = segmentsOf(pathname);
  if (!segments) return false;
  if (pattern === "*") return true;
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
const pattern = fc.oneof(
  fc.constant("*"),
  fc
    .tuple(fc.array(segment, { minLength: 1, maxLength: 3 }), fc.constantFrom("", "/", "/*"))
    .map(([segments, end]) => `/${segments.join("/")}${end}`),
);
const spelling = fc.constantFrom(
  "admin",
  "public",
  "a",
  "%61",
  "%61dmin",
  "ADMIN",
  "%C3%A9",
  "%c3%a9",
  "",
  "admin%2f",
  "%5c",
  "%25",
  "%2561dmin",
  "%",
  "%ff",
  "a;b",
  "a%3Bb",
);
const pathname = fc
  .tuple(
    fc.array(fc.oneof(segment.map(encodeURI), spelling), { maxLength: 4 }),
    fc.constantFrom("", "/"),
  )
  .map(([segments, end]) => `/${segments.join("/")}${segments.length > 0 ? end : ""}`);

function agrees(candidate: Covers): void {
  fc.assert(
    fc.property(pattern, pathname, (pattern, pathname) => {
      expect([pattern, pathname, candidate(pattern, pathname)]).toEqual([
        pattern,
        pathname,
        oracle(pattern, pathname),
      ]);
    }),
    { numRuns: 5000 },
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
      expect(() => agrees(candidate)).toThrow("Property failed");
    });
  }
});
