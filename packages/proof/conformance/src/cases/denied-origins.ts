import type { CorsOptions } from "@crossgate/core";
import type { Case, Rule } from "../case.ts";
import { refusal, unreadable } from "./generated-expectations.ts";
import { A, from, preflight, spec } from "./vocabulary.ts";

/** Origins that a policy with every kind of entry must not take for an allowed one. */
const EVERY_KIND: CorsOptions["origin"] = [
  A,
  "https://*.example.com",
  "http://localhost:*",
  "https://*.ports.example:*",
  /^https:\/\/.*\.pattern\.example$/,
];
const DENIED: readonly (readonly [id: string, origin: string, wellFormed?: "well-formed"])[] = [
  ["empty-label", "https://..example.com"],
  ["leading-dot", "https://.example.com"],
  ["inner-empty-label", "https://a..example.com"],
  ["path-that-ends-like-the-host", "https://evil.com/.example.com"],
  ["query-that-ends-like-the-host", "https://evil.com?.example.com"],
  ["fragment-that-ends-like-the-host", "https://evil.com#.example.com"],
  ["bracketed-label", "https://[x].example.com"],
  ["literal-asterisk", "https://*.example.com"],
  ["upper-case-host", "https://APP.example.com"],
  ["upper-case-scheme", "HTTPS://app.example.com"],
  ["percent-encoded", "https://%61pp.example.com"],
  ["non-ascii-bytes", "https://\u00c3\u00bc.example.com"],
  ["control-byte", "https://a\u0001.example.com"],
  ["delete-byte", "https://a\u007f.example.com"],
  ["port-0", "http://localhost:0"],
  ["port-65536", "http://localhost:65536"],
  ["port-leading-zero", "http://localhost:08080"],
  ["port-sign", "http://localhost:+80"],
  ["port-exponent", "http://localhost:1e3"],
  ["port-empty", "http://localhost:"],
  ["port-default", "http://localhost:80"],
  ["port-asterisk", "http://localhost:*"],
  ["two-ports", "https://a.ports.example:1:2"],
  ["userinfo", "https://a@app.example.com"],
  ["backslash", "https://evil.com\\.example.com"],
  ["trailing-slash", "https://app.example.com/"],
  ["no-scheme", "app.example.com"],
  ["no-slashes", "https:app.example.com"],
  ["no-host", "https://"],
  ["label-of-64", `https://${"a".repeat(64)}.example.com`],
  ["inner-space", "https://app .example.com"],
  ["path-that-a-regexp-would-take", "https://evil.com/.pattern.example"],
  ["apex", "https://example.com", "well-formed"],
  ["apex-with-port", "https://ports.example:8443", "well-formed"],
  ["unlisted-port", "https://app.example.com:8443", "well-formed"],
  ["other-scheme", "http://app.example.com", "well-formed"],
  ["suffix-without-boundary", "https://evilexample.com", "well-formed"],
  ["listed-as-prefix", "https://app.example.com.evil.com", "well-formed"],
  ["trailing-dot", "https://app.example.com.", "well-formed"],
  ["localhost-as-prefix", "http://localhost.evil.com", "well-formed"],
  ["subdomain-of-localhost", "http://a.localhost", "well-formed"],
  ["prototype-key", "constructor"],
];

/** Each of them as an actual request and as a preflight. */
export const deniedOriginCases: readonly Case[] = DENIED.flatMap(
  ([id, origin, wellFormed]): Case[] => {
    const reason = wellFormed ? "origin-denied" : "origin-malformed";
    const head = {
      rules: ["O1"] satisfies Rule[],
      anchor: spec("origin-header"),
      options: { origin: EVERY_KIND },
    };
    return [
      { ...head, id: `o1-denied-${id}`, request: from(origin), expect: unreadable(reason) },
      {
        ...head,
        id: `o1-denied-${id}-preflight`,
        request: preflight(origin),
        expect: refusal("preflight", reason),
      },
    ];
  },
);
