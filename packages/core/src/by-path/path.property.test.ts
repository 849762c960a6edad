import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPath } from "./path.ts";

/** Segment by segment, each decoded by itself, out of what the URL parser made. */
function readNaively(url: string): readonly string[] | undefined {
  const { pathname } = new URL(url);
  const segments = pathname.slice(1).split("/");
  try {
    const decoded = segments.map((segment) => decodeURIComponent(segment));
    const isOdd = decoded.some(
      (segment, index) =>
        /[/\\%]/.test(segment) ||
        /^\.\.?$/.test(segment) ||
        (segment === "" && index < decoded.length - 1),
    );
    return isOdd ? undefined : decoded;
  } catch {
    return undefined;
  }
}

const character = fc.oneof(
  fc.constantFrom(...Array.from("ab/.:@;=~-_!$&'()*+,[]|^{}`\"<>\\é\u{1f600} \t\n")),
  fc.integer({ min: 0, max: 0x7f }).map((code) => String.fromCharCode(code)),
);
/** A character as a client may write it. */
const spelled = fc
  .tuple(character, fc.constantFrom("bare", "bare", "bare", "escaped", "lower", "twice", "cut"))
  .map(([character, spelling]) => {
    const escaped = [...new TextEncoder().encode(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
      .join("");
    if (spelling === "bare") return character;
    if (spelling === "escaped") return escaped;
    if (spelling === "lower") return escaped.toLowerCase();
    return spelling === "cut" ? escaped.slice(0, -1) : escaped.replaceAll("%", "%25");
  });
const url = fc
  .array(spelled, { maxLength: 12 })
  .map((characters) => `http://api.example.com:8080/${characters.join("")}`);

describe("the readings of a path", () => {
  test("agree with the segments that the URL parser and decodeURIComponent have", () => {
    fc.assert(
      fc.property(url, fc.constantFrom("", "?a=/b", "#a/b"), (path, rest) => {
        const { href, pathname } = new URL(path + rest);
        const naive = readNaively(href);
        const readings = readPath(href);
        expect(readings === undefined).toBe(naive === undefined);
        if (!readings || !naive) return;
        expect(readings.raw).toBe(pathname);
        const whole = readings.decoded.at(-1) ?? readings.raw;
        expect(decodeURIComponent(whole)).toBe(`/${naive.join("/")}`);
      }),
      { numRuns: 20_000 },
    );
  });

  test("a path whose readings are all plain is spelled as the URL parser spells it", () => {
    fc.assert(
      fc.property(url, (path) => {
        const readings = readPath(new URL(path).href);
        for (const reading of readings?.decoded ?? []) {
          expect(new URL(reading, "http://host").pathname).toBe(reading);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  test.each([
    ["a path that a host left with dots", "http://api/public/../admin", undefined],
    ["with one dot", "http://api/public/./admin", undefined],
    ["with escaped ones", "http://api/public/%2e%2E/admin", undefined],
    ["with backslashes", "http://api/public\\admin", undefined],
    ["no path at all", "http://api", undefined],
    ["a query alone", "http://api?x=/admin", undefined],
    ["a name that begins with a dot", "http://api/.well-known/a", "/.well-known/a"],
    ["a path alone, as Bun shows it without a Host header", "/a/b?x=://y/z", "/a/b"],
    ["two slashes alone", "//a/b", undefined],
    ["a scheme of its own", "capacitor://localhost/a/b", "/a/b"],
  ])("%s", (_, url, raw) => expect(readPath(url)?.raw).toBe(raw));

  test("escapes are looked for only where a character calls for it", () => {
    const isScanned = (path: string): boolean =>
      readPath(`http://api${path}`)?.decoded.length === 0;
    const characters = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code));
    // "?" and "#" end the path in front of them.
    const scanned = characters.filter((character) => isScanned(`/a${character}b`)).join("");
    expect(scanned).toBe(
      "!#$&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~",
    );
    for (const path of ["/", "/a/", "/a.b/c", "/a/b/"])
      expect([path, isScanned(path)]).toEqual([path, true]);
    for (const path of ["/.a", "/a/.b"]) expect([path, isScanned(path)]).toEqual([path, false]);
  });
});
