import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UpstreamUrl } from "./upstream-url.ts";

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

describe("where a request goes", () => {
  it("is at the upstream, below its path, whatever is requested", () => {
    fc.assert(
      fc.property(form, target, fc.constantFrom(...upstreams), (start, rest, url) => {
        const requested = URL.parse(start + rest);
        fc.pre(requested !== null && /^https?:$/u.test(requested.protocol));
        const upstream = new UpstreamUrl(url);
        const sent = upstream.at(requested);
        // As the upstream's own parser has it, which sees the text alone.
        const { href, origin, pathname, username, password } = new URL(sent);
        expect(href).toBe(sent);
        expect(origin).toBe(url.origin);
        expect(pathname.startsWith(`${upstream.prefix}/`)).toBe(true);
        expect(username + password).toBe("");
        expect(pathname).toBe(upstream.prefix + requested.pathname);
      }),
      { numRuns: 2000 },
    );
  });
});
