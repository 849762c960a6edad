import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { climbs, prefixOf, urlAtUpstream } from "./upstream-url.ts";

/** What makes a URL parser, ours or the upstream's, see another host or another path. */
const TRICKS = [
  ...Array.from("/\\.@:;?#%&=a "),
  "//",
  "/\\",
  "..",
  "%2e",
  "%2E%2e",
  "%2f",
  "%5c",
  "%252e",
  "%00",
  "\t",
  "http:",
  "https://evil.com",
  "//evil.com",
  "@evil.com",
  "evil.com:443",
  "[::1]",
  "\u3002",
  "\uFF0F",
];

const target = fc
  .array(fc.constantFrom(...TRICKS), { maxLength: 12 })
  .map((parts) => parts.join(""));
const form = fc.constantFrom("https://gateway.example/", "https://gateway.example", "");
const upstreams = [
  "https://api.example.com",
  "https://api.example.com/v1",
  "https://api.example.com:8443/a/b/",
  "http://localhost:3000",
].map((url) => new URL(url));

describe("urlAtUpstream", () => {
  it("is at the upstream, below its path, whatever is requested", () => {
    fc.assert(
      fc.property(form, target, fc.constantFrom(...upstreams), (start, rest, upstream) => {
        const requested = URL.parse(start + rest);
        fc.pre(requested !== null && /^https?:$/u.test(requested.protocol));
        const { href, origin, pathname, username, password } = urlAtUpstream(upstream, requested);
        expect(origin).toBe(upstream.origin);
        expect(pathname.startsWith(`${prefixOf(upstream)}/`)).toBe(true);
        expect(username + password).toBe("");
        // As the upstream's own parser has it, which sees the text alone.
        expect(new URL(href).origin).toBe(upstream.origin);
        expect(pathname).toBe(prefixOf(upstream) + requested.pathname);
      }),
      { numRuns: 2000 },
    );
  });
});

const HARDEST = 3;

/** As a server decodes that does it as often as it can. */
function decodeWhole(path: string): { readonly path: string; readonly rounds: number } {
  const bytes = path.split(/(%[0-7][\da-fA-F])/u);
  const once = bytes
    .map((part, index) => (index % 2 === 0 ? part : decodeURIComponent(part)))
    .join("");
  if (once === path) return { path, rounds: 0 };
  const { path: whole, rounds } = decodeWhole(once);
  return { path: whole, rounds: rounds + 1 };
}

describe("climbs", () => {
  it("finds every climb that a server could see by decoding, and what no server decodes", () => {
    const parts = [
      ...Array.from("/.;%a"),
      "..",
      "%2e",
      "%2f",
      "%5C",
      "%25",
      "25",
      "2e",
      "2f",
      "%32",
      "%35",
      "%65",
    ];
    let climbed = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 10 }), (all) => {
        const { pathname } = new URL(`https://gateway.example/${all.join("")}`);
        const { path, rounds } = decodeWhole(pathname);
        const isClimb = path.split(/[/\\]/u).some((segment) => /^\.\.(?:;|$)/u.test(segment));
        if (isClimb) climbed++;
        expect(climbs(pathname)).toBe(isClimb || rounds > HARDEST);
      }),
      { numRuns: 5000 },
    );
    expect(climbed).toBeGreaterThan(50);
  });
});
