import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOrigin } from "./origin.ts";

/** O1's grammar as one expression, and the addresses by their own rules. */
function oracle(text: string): boolean {
  const [, scheme = "", host = "", port] =
    /^([a-z][a-z0-9+.-]*):\/\/(\[[^\]]*\]|[^:[\]]*)(?::([1-9]\d{0,4}))?$/.exec(text) ?? [];
  const isDefault = `${scheme}:${port}` === "https:443" || `${scheme}:${port}` === "http:80";
  const isPort = port === undefined || (Number(port) <= 65535 && !isDefault);
  return text.length <= 326 && isPort && isHost(host, scheme.startsWith("http"));
}

function isHost(host: string, mayBeAddress: boolean): boolean {
  if (host.startsWith("[")) return ["[::1]", "[2001:db8::1]"].includes(host);
  const labels = host.replace(/\.$/, "").split(".");
  if (host === "" || !labels.every((label) => /^[a-z0-9_-]{1,63}$/.test(label))) {
    return false;
  }
  const isNumeric = mayBeAddress && /^(?:\d+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? "");
  return !isNumeric || (labels.length === 4 && !host.endsWith(".") && labels.every(isOctet));
}

function isOctet(label: string): boolean {
  return /^\d+$/.test(label) && String(Number(label)) === label && Number(label) <= 255;
}

const scheme = fc.constantFrom(
  "http",
  "https",
  "capacitor",
  "moz-extension",
  "HTTPS",
  "h_ttp",
  "1a",
  "",
);
const label = fc.oneof(
  fc.constantFrom(
    "a",
    "example",
    "x_y",
    "-",
    "xn--bcher-kva",
    "0",
    "127",
    "256",
    "01",
    "0x7f",
    "1e3",
  ),
  fc.constantFrom("A", "%61", "é", "*", "", "a".repeat(63), "a".repeat(64), "$", "a b", "a\u0000"),
);
const host = fc.oneof(
  // Rare in what follows, and the bounds are what a mistake is made at.
  fc.constantFrom("a".repeat(63), "a".repeat(64), `${"a".repeat(64)}.example`),
  fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join(".")),
  fc
    .array(fc.constantFrom("0", "127", "255", "256"), { minLength: 3, maxLength: 5 })
    .map((octets) => octets.join(".")),
  fc.constantFrom("[::1]", "[2001:db8::1]", "[0::1]", "[::1", "[a.b]", "[::ffff:127.0.0.1]", ""),
);
const port = fc.constantFrom(
  "",
  "",
  "",
  ":1",
  ":80",
  ":443",
  ":8080",
  ":65535",
  ":65536",
  ":0",
  ":08",
  ":",
  ":a",
  ":1 ",
);
const junk = fc.constantFrom(
  "",
  "",
  "",
  "",
  "",
  "/",
  "?",
  "#",
  " ",
  "\t",
  "/.example.com",
  "@evil.com",
  ", https://a",
);
const origin = fc
  .tuple(scheme, fc.constantFrom("://", "://", "://", "://", ":", ":/", ":///"), host, port, junk)
  .map((parts) => parts.join(""));

/** A run ends with the first difference; how soon a planted bug shows one is chance. */
const PATIENCE = 100_000;

function agrees(accepts: (text: string) => boolean, numRuns = 5000): void {
  const property = fc.property(origin, (text) => {
    expect([text, accepts(text)]).toEqual([text, oracle(text)]);
  });
  fc.assert(property, { numRuns });
}

const real = isOrigin;

describe("O1, O6: what is a serialised origin", () => {
  test("agrees with the naive oracle", () => {
    expect(() => agrees(real)).not.toThrow();
  });

  const bugs: Record<string, (text: string) => boolean> = {
    "case folding": (text) => real(text.toLowerCase()),
    "a path cut off": (text) => real(text) || real(text.replace(/\/[^/]*$/, "")),
    "port 65536": (text) => real(text.replace(":65536", ":65535")),
    "port 0": (text) => real(text.replace(/:0$/, ":1")),
    "any label length": (text) => real(text.replace(/a{64}/, "a")),
    "spelling of addresses": (text) => URL.canParse(text) && real(new URL(text).origin),
    "brackets without an address": (text) => real(text) || real(text.replace(/[[\]]/g, "")),
  };

  for (const [name, accepts] of Object.entries(bugs)) {
    test(`the oracle finds a planted bug: ${name}`, () => {
      expect(() => agrees(accepts, PATIENCE)).toThrow("Property failed");
    });
  }
});
