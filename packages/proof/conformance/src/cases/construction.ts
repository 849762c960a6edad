import type { ConstructionCase, Rule } from "../case.ts";
import { A, B, spec } from "./vocabulary.ts";

type Issue = readonly [path: string, code?: string];
type Refused = readonly [id: string, rule: Rule, policy: unknown, ...issues: "any"[] | Issue[]];
type Accepted = readonly [
  id: string,
  rule: Rule,
  policy: unknown,
  normalized: Record<string, unknown>,
];

const ANCHORS: Readonly<Partial<Record<Rule, string>>> = {
  P5: spec("cors-protocol-and-credentials"),
  P7: spec("http-access-control-allow-methods"),
  P8: spec("forbidden-request-header"),
  P9: spec("forbidden-response-header-name"),
  P10: spec("http-access-control-max-age"),
};

function origin(value: unknown, more: object = {}): object {
  return { origin: value, ...more };
}

function listed(entry: unknown): object {
  return { origin: [A, entry] };
}

function withA(more: object): object {
  return { origin: A, ...more };
}

const INVALID_PATTERNS: readonly (readonly [id: string, pattern: string])[] = [
  ["upper-case", "https://App.example.com"],
  ["upper-case-scheme", "HTTPS://app.example.com"],
  ["trailing-slash", "https://app.example.com/"],
  ["path", "https://app.example.com/app"],
  ["query", "https://app.example.com?a"],
  ["fragment", "https://app.example.com#a"],
  ["userinfo", "https://user@app.example.com"],
  ["default-port-https", "https://app.example.com:443"],
  ["default-port-http", "http://app.example.com:80"],
  ["port-0", "https://app.example.com:0"],
  ["port-65536", "https://app.example.com:65536"],
  ["port-leading-zero", "https://app.example.com:08080"],
  ["port-empty", "https://app.example.com:"],
  ["port-before-any-port", "https://app.example.com:8443:*"],
  ["bare-host", "app.example.com"],
  ["non-ascii", "https://bücher.example"],
  ["percent", "https://b%C3%BCcher.example"],
  ["space-separated", `${A} ${B}`],
  ["comma-separated", `${A},${B}`],
  ["leading-space", ` ${A}`],
  ["empty-label", "https://a..example.com"],
  ["ipv4-short", "http://127.1"],
  ["ipv4-hex", "http://0x7f.0.0.1"],
  ["ipv4-too-big", "http://256.0.0.1"],
  ["ipv6-not-canonical", "http://[0:0:0:0:0:0:0:1]"],
  ["ipv6-unclosed", "http://[::1"],
  ["wildcard-inside-a-label", "https://app-*-team.vercel.app"],
  ["wildcard-at-the-end", "https://app.*"],
  ["wildcard-in-the-middle", "https://app.*.example.com"],
  ["two-wildcards", "https://*.*.example.com"],
  ["wildcard-of-everything", "https://*"],
  ["wildcard-above-a-single-label", "https://*.com"],
  ["wildcard-on-ipv4", "http://*.127.0.0.1"],
  ["wildcard-on-ipv6", "http://*.[::1]"],
  ["wildcard-scheme", "*://app.example.com"],
  ["port-partly-wildcard", "https://app.example.com:80*"],
  ["apex-shorthand", "https://.example.com"],
  ["websocket", "wss://app.example.com"],
  ["ftp", "ftp://app.example.com"],
  ["about", "about://blank"],
  ["blob", "blob:https://app.example.com/1b9d6bcd"],
  ["dot-alone", "https://."],
];

const NAME_OF_ANOTHER = [
  "allowedHeaders",
  "allowedMethods",
  "methods",
  "headers",
  "exposedHeaders",
  "optionsSuccessStatus",
  "origins",
  "allowOrigin",
  "allowCredentials",
  "max_age",
  "Origin",
  "toString",
];

const REFUSED: readonly Refused[] = [
  [
    "every-problem-at-once",
    "P1",
    {
      origin: ["https://Example.com/", "null", "https://app-*-team.vercel.app"],
      credentials: "yes",
      maxAge: -1,
      allowedHeaders: [],
    },
    ["origin[0]", "invalid"],
    ["origin[1]", "prohibited"],
    ["origin[2]", "invalid"],
    ["credentials", "invalid"],
    ["maxAge", "invalid"],
    ["allowedHeaders", "unknown"],
  ],
  ["no-options", "P1", undefined, "any"],
  ["null-options", "P1", null, "any"],
  ["options-that-are-an-origin", "P1", A, "any"],

  ["origin-left-out", "P2", {}, ["origin", "missing"]],
  ["origin-undefined", "P2", origin(undefined), ["origin", "missing"]],
  [
    "origin-undefined-with-credentials",
    "P2",
    origin(undefined, { credentials: true }),
    ["origin", "missing"],
  ],
  ["origin-empty", "P2", origin(""), ["origin", "missing"]],
  ["origin-empty-list", "P2", origin([]), ["origin", "missing"]],
  ["origin-true", "P2", origin(true), ["origin"]],
  ["origin-false", "P2", origin(false), ["origin"]],
  ["origin-null", "P2", origin(null), ["origin"]],
  ["origin-number", "P2", origin(1), ["origin"]],
  ["origin-object", "P2", origin({}), ["origin"]],
  ["any-inside-a-list", "P2", listed("*"), ["origin[1]", "prohibited"]],
  [
    "any-alone-in-a-list-with-credentials",
    "P2",
    origin(["*"], { credentials: true }),
    ["origin", "incompatible"],
  ],
  ["hole-in-a-list", "P2", origin(Object.assign([A], { 2: B })), ["origin[1]", "missing"]],
  ["origin-set", "P2", origin(new Set([A])), ["origin", "invalid"]],
  ["origin-text-object", "P2", origin(new String(A)), ["origin", "invalid"]],
  ["undefined-inside-a-list", "P2", listed(undefined), ["origin[1]", "missing"]],
  ["empty-inside-a-list", "P2", listed(""), ["origin[1]", "missing"]],
  ["function-inside-a-list", "P2", listed(() => true), ["origin[1]", "invalid"]],
  ["list-inside-a-list", "P2", listed([B]), ["origin[1]", "invalid"]],

  ...INVALID_PATTERNS.map(([id, pattern]): Refused => [
    `pattern-${id}`,
    "P3",
    listed(pattern),
    ["origin[1]", "invalid"],
  ]),
  ["pattern-null", "P3", listed("null"), ["origin[1]", "prohibited"]],
  ["pattern-file", "P3", listed("file://"), ["origin[1]", "prohibited"]],
  ["pattern-file-with-host", "P3", listed("file://host"), ["origin[1]", "prohibited"]],

  ["regexp-without-start", "P4", origin(/example\.com$/), ["origin"]],
  ["regexp-with-text-before-its-start", "P4", origin(/x^https:\/\/example\.com$/), ["origin"]],
  ["regexp-without-end", "P4", origin(/^https:\/\/example\.com/), ["origin"]],
  ["regexp-with-escaped-end", "P4", origin(/^https:\/\/example\.com\$/), ["origin"]],
  ["regexp-without-anchors", "P4", listed(/example\.com/), ["origin[1]"]],
  ["regexp-multiline", "P4", origin(/^https:\/\/example\.com$/m), ["origin", "prohibited"]],
  ["regexp-with-a-bare-dot", "P4", origin(/^https:\/\/app.example\.com$/), ["origin"]],

  ["credentials-for-any", "P5", origin("*", { credentials: true }), ["origin", "incompatible"]],
  [
    "credentials-expose-all",
    "P5",
    withA({ credentials: true, exposeHeaders: "*" }),
    ["exposeHeaders", "incompatible"],
  ],
  [
    "credentials-for-a-regexp-that-matches-anything",
    "P5",
    origin(/^https:\/\/.*$/, { credentials: true }),
    ["origin", "incompatible"],
  ],
  [
    "credentials-for-a-regexp-in-a-list",
    "P5",
    origin([A, /^.+$/], { credentials: true }),
    ["origin[1]", "incompatible"],
  ],

  ...(
    [
      ["of-any-top-level", /^https:\/\/[\w.-]+\.[a-z]{2,6}$/],
      ["of-one-top-level", /^https:\/\/.*\.app$/],
      ["of-any-port", /^https:\/\/.*:\d+$/],
      ["of-all-but-one", /^https:\/\/(?!crossgate).*$/],
      ["of-what-ends-like-it", /^https:\/\/.*example\.com$/],
    ] as const
  ).map(([id, expression]): Refused => [
    `credentials-for-a-regexp-${id}`,
    "P5",
    origin(expression, { credentials: true }),
    ["origin", "incompatible"],
  ]),

  [
    "credentials-over-http",
    "P6",
    origin("http://app.example.com", { credentials: true }),
    ["origin", "prohibited"],
  ],
  [
    "credentials-over-http-in-a-list",
    "P6",
    origin([A, "http://*.example.com:*"], { credentials: true }),
    ["origin[1]", "prohibited"],
  ],
  [
    "credentials-over-http-private-address",
    "P6",
    origin("http://192.168.0.1", { credentials: true }),
    ["origin", "prohibited"],
  ],

  ["methods-connect", "P7", withA({ allowMethods: ["CONNECT"] }), ["allowMethods[0]", "forbidden"]],
  [
    "methods-trace-and-track",
    "P7",
    withA({ allowMethods: ["PUT", "trace", "Track"] }),
    ["allowMethods[1]", "forbidden"],
    ["allowMethods[2]", "forbidden"],
  ],
  [
    "methods-lower-case-patch",
    "P7",
    withA({ allowMethods: ["patch"] }),
    ["allowMethods[0]", "prohibited"],
  ],
  [
    "methods-mixed-case-query",
    "P7",
    withA({ allowMethods: ["Query"] }),
    ["allowMethods[0]", "prohibited"],
  ],
  [
    "methods-no-token",
    "P7",
    withA({ allowMethods: ["P UT", "", "PUT,DELETE", 1] }),
    ["allowMethods[0]", "invalid"],
    ["allowMethods[1]", "invalid"],
    ["allowMethods[2]", "invalid"],
    ["allowMethods[3]", "invalid"],
  ],
  [
    "methods-in-one-string",
    "P7",
    withA({ allowMethods: "PUT, DELETE" }),
    ["allowMethods", "invalid"],
  ],
  ["methods-null", "P7", withA({ allowMethods: null }), ["allowMethods", "invalid"]],
  ["methods-function", "P7", withA({ allowMethods: () => ["PUT"] }), ["allowMethods", "invalid"]],

  [
    "headers-forbidden",
    "P8",
    withA({ allowHeaders: ["Cookie", "x-a", "host", "Sec-Fetch-Site", "proxy-a"] }),
    ["allowHeaders[0]", "forbidden"],
    ["allowHeaders[2]", "forbidden"],
    ["allowHeaders[3]", "forbidden"],
    ["allowHeaders[4]", "forbidden"],
  ],
  [
    "headers-of-responses",
    "P8",
    withA({ allowHeaders: ["Access-Control-Allow-Origin"] }),
    ["allowHeaders[0]", "prohibited"],
  ],
  [
    "headers-no-token",
    "P8",
    withA({ allowHeaders: ["x a", "x-a,x-b", ""] }),
    ["allowHeaders[0]", "invalid"],
    ["allowHeaders[1]", "invalid"],
    ["allowHeaders[2]", "invalid"],
  ],
  ["headers-in-one-string", "P8", withA({ allowHeaders: "x-a, x-b" }), ["allowHeaders", "invalid"]],

  [
    "exposed-set-cookie",
    "P9",
    withA({ exposeHeaders: ["Set-Cookie", "set-cookie2"] }),
    ["exposeHeaders[0]", "forbidden"],
    ["exposeHeaders[1]", "forbidden"],
  ],
  ["exposed-no-token", "P9", withA({ exposeHeaders: ["x a"] }), ["exposeHeaders[0]", "invalid"]],
  ["exposed-true", "P9", withA({ exposeHeaders: true }), ["exposeHeaders", "invalid"]],

  ...([-1, 86_401, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "600", null, true] as const).map(
    (maxAge): Refused => [
      `max-age-${typeof maxAge}-${String(maxAge).replace(/[^\w]/g, "_").toLowerCase()}`,
      "P10",
      withA({ maxAge }),
      ["maxAge", "invalid"],
    ],
  ),

  ...NAME_OF_ANOTHER.map((name): Refused => [
    `unknown-${name.toLowerCase().replace("_", "-")}`,
    "P11",
    withA({ [name]: ["x-a"] }),
    [name, "unknown"],
  ]),
  ...[199, 300, 304].map((preflightStatus): Refused => [
    `preflight-status-${preflightStatus}`,
    "P1",
    withA({ preflightStatus }),
    ["preflightStatus", "invalid"],
  ]),
  [
    "flags-that-are-no-booleans",
    "P1",
    withA({ preflightContinue: 1, refuseDenied: "false" }),
    ["preflightContinue", "invalid"],
    ["refuseDenied", "invalid"],
  ],
  [
    "self-origins",
    "P1",
    withA({ selfOrigins: ["https://self.example/"] }),
    ["selfOrigins[0]", "invalid"],
  ],
  // No wildcard, so it is no advice to write it alone.
  ["self-origins-any", "P1", withA({ selfOrigins: "*" }), ["selfOrigins", "invalid"]],
  [
    "self-origins-any-in-a-list",
    "P1",
    withA({ selfOrigins: ["*"] }),
    ["selfOrigins[0]", "invalid"],
  ],
  // Whoever is such a page on the network would pass refuseDenied as the server's own.
  [
    "self-origins-over-http",
    "P6",
    withA({ credentials: true, selfOrigins: "http://self.example" }),
    ["selfOrigins", "prohibited"],
  ],
  [
    "self-origins-of-anybody",
    "P5",
    withA({ credentials: true, selfOrigins: [/^https:\/\/.*$/] }),
    ["selfOrigins[0]", "incompatible"],
  ],
  [
    "hooks-that-are-no-functions",
    "P1",
    withA({ onVerdict: true, onError: "log" }),
    ["onVerdict", "invalid"],
    ["onError", "invalid"],
  ],
];

const ACCEPTED: readonly Accepted[] = [
  [
    "defaults",
    "P7",
    { origin: A },
    {
      allowMethods: ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "QUERY"],
      allowHeaders: "*",
      exposeHeaders: [],
      credentials: false,
      maxAge: 600,
      preflightStatus: 204,
    },
  ],
  [
    "undefined-is-left-out",
    "P1",
    withA({ maxAge: undefined, credentials: undefined, onError: undefined }),
    { maxAge: 600, credentials: false },
  ],
  ["origins-without-duplicates", "P2", origin([A, B, A]), { origin: [A, B] }],
  ["any", "P2", origin("*"), { origin: "*" }],
  ["any-alone-in-a-list", "P2", origin(["*"]), { origin: "*" }],
  [
    "patterns-browsers-send",
    "P3",
    origin([
      "http://localhost:*",
      "https://*.localhost",
      "http://[::1]:8080",
      "https://my_app.example.com.",
      "moz-extension://12345678-1234-1234-1234-123456789abc",
      "app://.",
    ]),
    {
      origin: [
        "http://localhost:*",
        "https://*.localhost",
        "http://[::1]:8080",
        "https://my_app.example.com.",
        "moz-extension://12345678-1234-1234-1234-123456789abc",
        "app://.",
      ],
    },
  ],
  [
    "loopback-over-http-with-credentials",
    "P6",
    origin(["http://localhost:*", "http://a.localhost", "http://127.1.2.3", "http://[::1]:81"], {
      credentials: true,
    }),
    { credentials: true },
  ],
  [
    "http-with-credentials-on-demand",
    "P6",
    origin("http://app.example.com", { credentials: true, dangerouslyAllowInsecureOrigins: true }),
    { credentials: true, dangerouslyAllowInsecureOrigins: true },
  ],
  [
    "regexps-of-own-names-with-credentials",
    "P5",
    origin([/^https:\/\/[a-z0-9-]+\.example\.com$/, /^https:\/\/app-[a-z0-9-]+\.vercel\.app$/], {
      credentials: true,
    }),
    { credentials: true },
  ],
  ["http-without-credentials", "P6", origin("http://app.example.com"), { credentials: false }],
  [
    "methods-normalised",
    "P7",
    withA({ allowMethods: ["get", "Put", "delete", "PATCH", "PUT", "foo", "options"] }),
    { allowMethods: ["GET", "PUT", "DELETE", "PATCH", "foo", "OPTIONS"] },
  ],
  ["no-methods", "P7", withA({ allowMethods: [] }), { allowMethods: [] }],
  [
    "headers-normalised",
    "P8",
    withA({ allowHeaders: ["Content-Type", "x-a", "X-A", "Authorization"] }),
    { allowHeaders: ["content-type", "x-a", "authorization"] },
  ],
  [
    "exposed-normalised",
    "P9",
    withA({ exposeHeaders: ["X-Id", "x-id"] }),
    { exposeHeaders: ["x-id"] },
  ],
  ["expose-all", "P9", withA({ exposeHeaders: "*" }), { exposeHeaders: "*" }],
  ["preflight-status-lowest", "P1", withA({ preflightStatus: 200 }), { preflightStatus: 200 }],
  ["preflight-status-highest", "P1", withA({ preflightStatus: 299 }), { preflightStatus: 299 }],
  ["max-age-lowest", "P10", withA({ maxAge: 0 }), { maxAge: 0 }],
  ["max-age-highest", "P10", withA({ maxAge: 86_400 }), { maxAge: 86_400 }],
];

/** Policies that are refused, and policies that work (P1 to P11). */
export const constructionCases: readonly ConstructionCase[] = [
  ...REFUSED.map(([id, rule, construct, ...issues]) => ({
    id: `${rule.toLowerCase()}-refused-${id}`,
    rules: [rule],
    anchor: ANCHORS[rule] ?? spec("origin-header"),
    construct,
    issues: issues[0] === "any" ? issues[0] : (issues as readonly Issue[]),
  })),
  ...ACCEPTED.map(([id, rule, construct, normalized]) => ({
    id: `${rule.toLowerCase()}-accepted-${id}`,
    rules: [rule],
    anchor: ANCHORS[rule] ?? spec("origin-header"),
    construct,
    normalized,
  })),
];
