import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { corsByPath } from "./by-path/index.ts";
import { CorsConfigError } from "./config-error.ts";
import { createCors } from "./cors.ts";
import { originsFrom } from "./origin/origins-from.ts";
import { printable } from "./printable.ts";
import { quote } from "./quote.ts";

/** By number, so that the oracle shares nothing with the expression under test. */
const unseen: readonly (readonly [first: number, last: number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x061c, 0x061c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xd800, 0xdfff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xe0000, 0xe0fff],
];

function showsAll(text: string): boolean {
  return Array.from(text).every((character) => {
    const point = character.codePointAt(0) ?? 0;
    return unseen.every(([first, last]) => point < first || point > last);
  });
}

const odd = fc
  .oneof(...unseen.map(([min, max]) => fc.integer({ min, max })))
  .map((point) =>
    point >= 0xd800 && point <= 0xdfff ? String.fromCharCode(point) : String.fromCodePoint(point),
  );
const text = fc
  .array(fc.oneof(odd, fc.string({ unit: "binary", maxLength: 4 }), fc.constant("https://a.b")))
  .map((parts) => parts.join(""));

/** Every sentence of core with a stranger's text in it. */
const sentences: Readonly<Record<string, (given: string) => string>> = {
  "an origin option": (given) => refusal(() => createCors({ origin: given as "https://a.b" })),
  "an entry of the list": (given) =>
    refusal(() => createCors({ origin: ["https://a.b", given as "https://a.b"] })),
  "an expression": (given) =>
    refusal(() => createCors({ origin: new RegExp(escapeSource(given)) })),
  "a method": (given) => refusal(() => createCors({ origin: "*", allowMethods: [given] })),
  "a header": (given) => refusal(() => createCors({ origin: "*", allowHeaders: [given] })),
  "an exposed header": (given) =>
    refusal(() => createCors({ origin: "*", exposeHeaders: [given] })),
  "an own origin": (given) =>
    refusal(() =>
      createCors({
        origin: "https://a.b",
        refuseDenied: true,
        selfOrigins: [given as "https://a.b"],
      }),
    ),
  "a number": (given) => refusal(() => createCors({ origin: "*", maxAge: given as never })),
  "an unknown option": (given) => refusal(() => createCors({ origin: "*", [given]: 1 } as never)),
  "a path": (given) => refusal(() => corsByPath([{ path: given as "/", origin: "*" }])),
  "a list of origins": (given) => refusal(() => originsFrom(given)),
  "a denied origin": (given) => detail("GET", { origin: given }),
  "a method of a preflight": (given) =>
    detail("OPTIONS", { origin: "https://a.b", "access-control-request-method": given }),
  "a header of a preflight": (given) =>
    detail("OPTIONS", {
      origin: "https://a.b",
      "access-control-request-method": "GET",
      "access-control-request-headers": given,
    }),
};

function refusal(construct: () => unknown): string {
  try {
    construct();
    return "";
  } catch (error) {
    if (!(error instanceof CorsConfigError)) throw error;
    // The lines of the message are ours: one problem each.
    return [
      ...error.message.split("\n"),
      ...error.issues.map(({ message }) => message),
      ...error.issues.map(({ path }) => path),
    ].join("");
  }
}

function escapeSource(given: string): string {
  return given.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

const gate = createCors({ origin: ["https://a.b"], allowHeaders: ["x-a"], allowMethods: ["GET"] });

/** Headers of `Request` take fewer characters than a host may pass on, so these are a stand-in. */
function detail(method: string, headers: Readonly<Record<string, string>>): string {
  const given = {
    get: (name: string) => headers[name] ?? null,
    has: (name: string) => name in headers,
  };
  const request = { method, url: "https://api.a.b/", headers: given } as unknown as Request;
  return gate.check(request).detail;
}

describe("a stranger's text in core's sentences", () => {
  test.each(Object.entries(sentences))("%s shows all its characters", (_, say) => {
    fc.assert(
      fc.property(text, (given) => {
        expect(showsAll(say(given))).toBe(true);
      }),
    );
  });

  test("every unseen character is escaped, and nothing else is changed", () => {
    for (const [first, last] of unseen) {
      for (let point = first; point <= last; point += 1) {
        const character = String.fromCodePoint(point);
        expect(printable(`a${character}b`)).toMatch(/^a(?:\\u[0-9a-f]{4}){1,2}b$/);
      }
    }
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (given) => printable(given) === given),
    );
    expect(printable("bücher – 図書 😀")).toBe("bücher – 図書 😀");
  });

  test("what is quoted can be read back", () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(JSON.parse(quote(given))).toBe(given.slice(0, 120));
      }),
    );
  });
});
