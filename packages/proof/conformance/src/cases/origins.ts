import type { CorsOptions } from "@crossgate/core";
import type { Case, Rule } from "../case.ts";
import {
  A,
  B,
  E,
  LIST,
  from,
  preflight,
  readable,
  sentByNoBrowser,
  refusal,
  spec,
  unreadable,
} from "./vocabulary.ts";

const SERIALIZED = spec("origin-header");
const LONG_SCHEME = "a".repeat(64);
const LABEL = "b".repeat(63);
/** 64 + 3 + 253 + 1 + 5 = 326 bytes: the longest origin there is. */
const LONGEST: `${string}://${string}` = `${LONG_SCHEME}://${LABEL}.${LABEL}.${LABEL}.${"b".repeat(61)}:65535`;

/** Origin policies and what they allow. */
const ALLOWED: readonly (readonly [id: string, policy: CorsOptions["origin"], origin: string])[] = [
  ["listed", [A, B], B],
  ["listed-with-port", [A, "https://app.example.com:8443"], "https://app.example.com:8443"],
  ["subdomain", ["https://*.example.com"], "https://a.example.com"],
  ["subdomain-of-subdomain", ["https://*.example.com"], "https://a.b.c.example.com"],
  ["subdomain-with-underscore", ["https://*.example.com"], "https://my_app.example.com"],
  ["subdomain-with-hyphens", ["https://*.example.com"], "https://-a-.example.com"],
  ["subdomain-with-digits", ["https://*.example.com"], "https://1.example.com"],
  ["any-port-given", ["http://localhost:*"], "http://localhost:5173"],
  ["any-port-absent", ["http://localhost:*"], "http://localhost"],
  ["any-port-highest", ["http://localhost:*"], "http://localhost:65535"],
  ["subdomain-and-any-port", ["https://*.example.com:*"], "https://a.example.com:8443"],
  ["subdomain-of-localhost", ["http://*.localhost:*"], "http://tenant.localhost:3000"],
  ["ipv4", [A, "http://127.0.0.1:8080"], "http://127.0.0.1:8080"],
  ["ipv6", [A, "http://[::1]:8080"], "http://[::1]:8080"],
  ["trailing-dot", [A, "https://app.example.com."], "https://app.example.com."],
  ["punycode", [A, "https://xn--bcher-kva.example"], "https://xn--bcher-kva.example"],
  ["capacitor", [A, "capacitor://localhost"], "capacitor://localhost"],
  ["tauri", [A, "tauri://localhost"], "tauri://localhost"],
  [
    "chrome-extension",
    [A, "chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh"],
    "chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh",
  ],
  ["regexp", [/^https:\/\/app-\d+\.example\.com$/], "https://app-42.example.com"],
  [
    "regexp-beside-pattern",
    [/^https:\/\/app-\d+\.example\.com$/, "https://*.b.example"],
    "https://a.b.example",
  ],
];

/** Origins that a policy with every kind of entry must not take for one of its own. */
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

const allowedCases = ALLOWED.map(([id, policy, origin]): Case => ({
  id: `o1-allowed-${id}`,
  rules: ["O1", "P3"],
  anchor: SERIALIZED,
  // A second origin, so that the answer depends on the request.
  options: { origin: [policy, "https://second.example"].flat() as typeof LIST.origin & string[] },
  request: from(origin),
  expect: readable(origin),
}));

const deniedCases = DENIED.flatMap(([id, origin, wellFormed]): Case[] => {
  const reason = wellFormed ? "origin-denied" : "origin-malformed";
  const head = {
    rules: ["O1"] satisfies Rule[],
    anchor: SERIALIZED,
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
});

const askAll = (): boolean => true;

/** Which origins are whose (O1, O2, O3, O6); what functions answer is in origin-functions. */
export const originCases: readonly Case[] = [
  ...allowedCases,
  ...deniedCases,
  {
    id: "o2-longest-origin",
    rules: ["O2"],
    anchor: SERIALIZED,
    options: { origin: [A, LONGEST] },
    request: from(LONGEST),
    expect: readable(LONGEST),
  },
  {
    id: "o2-longer-than-the-longest",
    rules: ["O2"],
    anchor: SERIALIZED,
    options: { origin: askAll },
    request: from(`a${LONGEST}`),
    expect: { ...unreadable("origin-malformed"), asked: [] },
  },
  {
    id: "o2-longer-than-the-longest-regexp",
    rules: ["O2", "O6"],
    anchor: SERIALIZED,
    options: { origin: /^[a-z]+:\/\/[^/]+$/ },
    steps: [
      { request: from(LONGEST), expect: readable(LONGEST) },
      { request: from(`a${LONGEST}`), expect: unreadable("origin-malformed") },
    ],
  },
  {
    id: "o2-two-origin-lines",
    rules: ["O2"],
    anchor: SERIALIZED,
    options: LIST,
    request: from(A, ["origin", B]),
    expect: unreadable("origin-malformed"),
  },
  {
    id: "o2-two-origin-lines-preflight",
    rules: ["O2"],
    anchor: SERIALIZED,
    options: LIST,
    request: preflight(A, "PUT", undefined, ["origin", A]),
    expect: refusal("preflight", "origin-malformed"),
  },
  {
    id: "o2-any-origin-allows-two-lines",
    rules: ["O2", "R1"],
    anchor: spec("cors-protocol-and-http-caches"),
    options: { origin: "*" },
    request: from(A, ["origin", B]),
    expect: sentByNoBrowser(readable("*", { vary: null })),
  },
  {
    id: "o2-any-origin-allows-8-kib",
    rules: ["O2", "R1"],
    anchor: spec("cors-protocol-and-http-caches"),
    options: { origin: "*" },
    request: from(`https://${"a".repeat(8000)}.example`),
    expect: readable("*", { vary: null }),
  },
  {
    id: "o3-ten-thousand-origins",
    rules: ["O3"],
    anchor: SERIALIZED,
    options: {
      origin: Array.from({ length: 10_000 }, (_, index) => `https://t${index}.example` as const),
    },
    steps: ["https://t0.example", "https://t5000.example", "https://t9999.example"]
      .map((origin) => ({ request: from(origin), expect: readable(origin) }))
      .concat({ request: from("https://t10000.example"), expect: unreadable() }),
  },
  {
    id: "o3-ten-thousand-patterns",
    rules: ["O3"],
    anchor: SERIALIZED,
    options: {
      origin: Array.from({ length: 10_000 }, (_, index) => `https://*.t${index}.example` as const),
    },
    steps: ["https://a.t0.example", "https://a.b.t9999.example"]
      .map((origin) => ({ request: from(origin), expect: readable(origin) }))
      .concat(
        { request: from("https://t9999.example"), expect: unreadable() },
        { request: from("https://a.t10000.example"), expect: unreadable() },
      ),
  },
  {
    id: "o6-regexp-sees-only-well-formed-origins",
    rules: ["O6", "P4"],
    anchor: SERIALIZED,
    options: { origin: [/^https:\/\/.*\.example\.com$/, /^null$/] },
    steps: [
      { request: from("https://evil.com/.example.com"), expect: unreadable("origin-malformed") },
      { request: from("https://evil.com#.example.com"), expect: unreadable("origin-malformed") },
      { request: from("null"), expect: unreadable("origin-null") },
      { request: from("https://a.example.com"), expect: readable("https://a.example.com") },
      { request: from(E), expect: unreadable() },
    ],
  },
];
