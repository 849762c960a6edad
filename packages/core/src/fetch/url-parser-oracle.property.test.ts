import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOrigin, MAX_ORIGIN_LENGTH } from "./origin.ts";

/**
 * The parser that came before the scanner of `origin.ts`, kept as its oracle: it asks the URL parser
 * about every text.
 */
function isOriginByUrlParser(text: string): boolean {
  const url = text.length <= MAX_ORIGIN_LENGTH ? URL.parse(text) : null;
  return (
    url !== null &&
    text === `${url.protocol}//${url.host}`.toLowerCase() &&
    url.port !== "0" &&
    (isHostname(url.hostname) || text === "app://.")
  );
}

function isHostname(hostname: string): boolean {
  const labels = (hostname.endsWith(".") ? hostname.slice(0, -1) : hostname).split(".");
  return hostname.startsWith("[") || labels.every((label) => /^[a-z\d_-]{1,63}$/i.test(label));
}

const scheme = fc.constantFrom(
  ..."https:// https:// https:// http:// http:// HTTP:// ws:// ftp:// file:// app:// tauri:// a+b.c-1://".split(
    " ",
  ),
  "https:/",
  "https:",
  "://",
  "",
);

const letters = fc.string({
  unit: fc.constantFrom(...Array.from("abcxyz019-_")),
  minLength: 1,
  maxLength: 8,
});
const label = fc.oneof(
  { weight: 8, arbitrary: letters },
  { weight: 1, arbitrary: fc.nat(300).map(String) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "xn--bcher-kva",
      "xn--",
      "xn--a",
      "axn--b",
      "xn-a",
      "ab--cd",
      "0x7f",
      "0x",
      "0xg",
      "1e3",
      "08",
      "A",
      "é",
      "*",
      "",
      "%61",
      " ",
      "\u0000",
      "a".repeat(63),
      "a".repeat(64),
    ),
  },
);
const address = fc.oneof(
  fc.ipV4(),
  fc.ipV4Extended(),
  fc.ipV6().map((ip) => `[${ip}]`),
  fc.constantFrom("[::1]", "[::1", "[a]", "a[::1]", ""),
);
const name = fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join("."));
const host = fc.oneof({ weight: 6, arbitrary: name }, { weight: 1, arbitrary: address });
const port = fc.oneof(
  { weight: 5, arbitrary: fc.constant("") },
  { weight: 2, arbitrary: fc.nat(70_000).map((port) => `:${port}`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ":80",
      ":443",
      ":0",
      ":",
      ":08",
      ":1 ",
      ":1a",
      ":65535",
      ":65536",
      `:${"9".repeat(300)}`,
    ),
  },
);
const rest = fc.oneof(
  { weight: 12, arbitrary: fc.constant("") },
  { weight: 2, arbitrary: fc.constantFrom(".", "..", "/", "?", "#", "@a", "\t", "\n", "\\", ":1") },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 3 }) },
);

/** Texts that are origins, or nearly, in every way that the grammar has to be wrong in. */
const originLike: fc.Arbitrary<string> = fc
  .tuple(scheme, host, rest, port, rest)
  .map((parts) => parts.join(""));

describe("O1: the scanner", () => {
  test("tells what the URL parser tells, for a hundred thousand texts", () => {
    let accepted = 0;
    fc.assert(
      fc.property(originLike, (text) => {
        const expected = isOriginByUrlParser(text);
        accepted += Number(expected);
        return isOrigin(text) === expected;
      }),
      { numRuns: 100_000 },
    );
    // Neither answer is rare.
    expect(accepted).toBeGreaterThan(10_000);
    expect(accepted).toBeLessThan(90_000);
  });
});
