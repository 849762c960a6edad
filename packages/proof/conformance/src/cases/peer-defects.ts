import type { Case, PeerDefect } from "../case.ts";
import {
  A,
  B,
  E,
  LIST,
  MEDDLING,
  WITHOUT_ORIGIN,
  cors,
  from,
  permission,
  preflight,
  readable,
  refusal,
  spec,
  unreadable,
} from "./vocabulary.ts";

const CHECK = spec("cors-check");
const CREDENTIALS = spec("cors-protocol-and-credentials");
const CACHES = spec("cors-protocol-and-http-caches");
const PROTOCOL = spec("http-cors-protocol");

function refused(
  peer: PeerDefect,
  name: string,
  construct: unknown,
  ...issues: (readonly [path: string, code?: string])[]
): Case {
  const id = `peer-${peer.toLowerCase()}-${name}`;
  return {
    id,
    rules: ["P1"],
    anchor: CREDENTIALS,
    peer,
    construct,
    issues: issues.length > 0 ? issues : "any",
  };
}

/** Rows that are about something a core does not have, or cannot do. */
export const NOT_A_CORES: Readonly<Partial<Record<PeerDefect, string>>> = {
  S20: "a switch per route of one framework; policies by path are a gate of their own",
  P2: "a socket lost on workerd: the same row as P8, told with an upgrade on workerd",
  P9: "a callback that is never called; functions here return, and an answer in a promise is awaited (S10)",
  P15: "the order of middleware; a gate around the handler has no order",
  P21: "a middleware's next() called twice; every case counts the calls of its handler",
  P22: "a policy per route of one framework; policies by path are a gate of their own",
  P23: "a reply taken out of one framework's hands",
};

/** Rows that are shown by a case of the rule itself; here are the others. */
export const peerDefectCases: readonly Case[] = [
  refused("S1", "no-defaults-open-a-gate", {}, ["origin", "missing"]),
  refused("S2", "no-options-open-a-gate", undefined),
  {
    id: "peer-s3-pattern-with-credentials-is-no-wildcard",
    rules: ["O1"],
    anchor: CHECK,
    peer: "S3",
    options: { origin: "https://*.example.com", credentials: true },
    steps: [
      { request: from(E), expect: unreadable() },
      { request: preflight(E), expect: refusal() },
    ],
  },
  refused("S4", "empty-list", { origin: [], credentials: true }, ["origin", "missing"]),
  refused("S4", "empty-string", { origin: "", credentials: true }, ["origin", "missing"]),
  {
    id: "peer-s5-null-with-credentials",
    rules: ["O5"],
    anchor: CHECK,
    peer: "S5",
    options: { origin: [A, B], credentials: true },
    steps: [
      { request: from("null"), expect: unreadable("origin-null") },
      { request: preflight("null"), expect: refusal("preflight", "origin-null") },
    ],
  },
  refused("S6", "credentials-alone", { credentials: true }, ["origin", "missing"]),
  refused("S7", "false", { origin: false, credentials: true }, ["origin"]),
  refused("S7", "undefined", { origin: undefined }, ["origin", "missing"]),
  refused("S8", "reflection-by-credentials", { origin: undefined, credentials: true }, [
    "origin",
    "missing",
  ]),
  refused("S9", "any-with-credentials", { origin: "*", credentials: true }, [
    "origin",
    "incompatible",
  ]),
  refused("S9", "any-in-a-list-with-credentials", { origin: ["*"], credentials: true }, [
    "origin",
    "incompatible",
  ]),
  {
    id: "peer-s10-promise-of-false",
    rules: ["O4"],
    anchor: CHECK,
    peer: "S10",
    options: { origin: async () => false },
    steps: [
      { request: from(E), expect: unreadable() },
      { request: preflight(E), expect: refusal() },
    ],
  },
  refused("S11", "unset-variable-is-not-any", { origin: undefined, credentials: true }, [
    "origin",
    "missing",
  ]),
  refused("S12", "host-without-scheme", { origin: "example.com" }, ["origin", "invalid"]),
  {
    id: "peer-s12-scheme-is-compared",
    rules: ["O1"],
    anchor: CHECK,
    peer: "S12",
    options: { origin: ["https://example.com", A], credentials: true },
    steps: [
      { request: from("http://example.com"), expect: unreadable() },
      { request: from("evil://example.com"), expect: unreadable() },
    ],
  },
  {
    id: "peer-s13-keys-of-a-plain-object",
    rules: ["O1"],
    anchor: CHECK,
    peer: "S13",
    options: { origin: [A, "https://*.example.com"] },
    steps: [
      ...["constructor", "__proto__", "toString", "hasOwnProperty"].map((origin) => ({
        request: from(origin),
        expect: unreadable("origin-malformed"),
      })),
      // As labels they are well-formed, and meet whatever the labels are kept in.
      ...["https://constructor", "https://a.__proto__", "https://valueof.com"].map((origin) => ({
        request: from(origin),
        expect: unreadable(),
      })),
      {
        request: from("https://__proto__.example.com"),
        expect: readable("https://__proto__.example.com"),
      },
    ],
  },
  {
    id: "peer-s14-substring",
    rules: ["O1"],
    anchor: CHECK,
    peer: "S14",
    options: { origin: ["https://example.com", A], credentials: true },
    steps: [
      { request: from("https://example.com.evil.net"), expect: unreadable() },
      { request: from("https://evil-example.com"), expect: unreadable() },
    ],
  },
  refused("S21", "unanchored-regexp", { origin: /example\.com/ }, ["origin"]),
  refused("S21", "regexp-with-an-end-only", { origin: /example\.com$/ }, ["origin"]),
  {
    id: "peer-s21-regexp-with-two-branches",
    rules: ["P4", "O1"],
    anchor: CHECK,
    peer: "S21",
    options: { origin: /^https:\/\/a\.example|https:\/\/b\.example$/ },
    steps: [
      { request: from("https://a.example"), expect: readable("https://a.example") },
      { request: from("https://a.example.evil.net"), expect: unreadable() },
      { request: from("evil-https://b.example"), expect: unreadable() },
      { request: from("https://b.example"), expect: readable("https://b.example") },
    ],
  },
  ...(["V1", "V2", "V3", "V10", "V14"] as const).map((peer): Case => {
    const rows = {
      V1: ["fetched", "Accept-Encoding", "Accept-Encoding, Origin"],
      V2: ["mutable", "Accept-Encoding", "Accept-Encoding, Origin"],
      V3: ["mutable", "Accept-Language", "Accept-Language, Origin"],
      V10: ["throws-response", "Cookie", "Cookie, Origin"],
      V14: ["mutable", "Accept-Encoding, Cookie", "Accept-Encoding, Cookie, Origin"],
    } as const;
    const [kind, value, vary] = rows[peer];
    return {
      id: `peer-${peer.toLowerCase()}-vary-of-a-${kind}-answer-is-kept`,
      rules: kind === "throws-response" ? ["R4", "R8"] : ["R4"],
      anchor: CACHES,
      peer,
      options: LIST,
      request: from(A),
      handler: { kind, headers: [["vary", value]] },
      expect: readable(A, { vary }),
    };
  }),
  {
    id: "peer-v4-vary-names-what-varies",
    rules: ["R2"],
    anchor: CACHES,
    peer: "V4",
    options: { origin: "https://*.example.com" },
    request: from(A),
    expect: readable(A),
  },
  ...(
    [
      ["V5", { origin: [A, B] }, A],
      ["V6", { origin: [A, B] }, undefined],
      ["V7", { origin: ["https://*.example.com"] }, E],
      ["V9", { origin: () => undefined }, E],
      ["V13", { origin: [A, B], credentials: true }, undefined],
    ] as const
  ).map(([peer, options, origin]): Case => ({
    id: `peer-${peer.toLowerCase()}-vary-whoever-asks`,
    rules: ["R2"],
    anchor: CACHES,
    peer,
    options,
    steps: [
      {
        request: from(origin),
        expect: origin === undefined ? WITHOUT_ORIGIN : origin === A ? readable(A) : unreadable(),
      },
      { request: from(undefined), expect: WITHOUT_ORIGIN },
    ],
  })),
  {
    id: "peer-v8-list-of-one-is-the-same-for-everyone",
    rules: ["R1"],
    anchor: CACHES,
    peer: "V8",
    options: { origin: [A] },
    request: from(E),
    expect: {
      handlerCalled: true,
      present: cors({ origin: A, vary: null }),
      verdict: ["actual", false, "origin-denied"],
    },
  },
  {
    id: "peer-v11-vary-is-added-once-and-always",
    rules: ["R4"],
    anchor: CACHES,
    peer: "V11",
    options: LIST,
    steps: [
      { request: from(A), handler: { headers: [["vary", "Origin"]] }, expect: readable(A) },
      {
        request: from(A),
        handler: { headers: [["vary", "Accept-Encoding"]] },
        expect: readable(A, { vary: "Accept-Encoding, Origin" }),
      },
      { request: from(A), expect: readable(A) },
    ],
  },
  ...([404, 500, 302] as const).map((status): Case => ({
    id: `peer-p1-status-${status}-stays`,
    rules: ["R5"],
    anchor: PROTOCOL,
    peer: "P1",
    options: LIST,
    request: from(A),
    handler: { status, headers: [["location", "/next"]] },
    expect: readable(A),
  })),
  {
    id: "peer-p3-denied-preflight-has-one-answer",
    rules: ["A2"],
    anchor: PROTOCOL,
    peer: "P3",
    options: { ...LIST, credentials: true },
    inner: { ...LIST, credentials: true },
    request: preflight(E),
    expect: refusal(),
  },
  {
    id: "peer-p4-exposed-on-actual-answers",
    rules: ["R3", "A1"],
    anchor: spec("http-access-control-expose-headers"),
    peer: "P4",
    options: { ...LIST, exposeHeaders: ["x-id"] },
    steps: [
      { request: from(A), expect: readable(A, { expose: "x-id" }) },
      { request: preflight(A), expect: permission(A) },
    ],
  },
  {
    id: "peer-p6-answer-of-an-upstream",
    rules: ["R6"],
    anchor: PROTOCOL,
    peer: "P6",
    options: LIST,
    request: from(A),
    handler: { kind: "fetched", headers: [["x-upstream", "1"]] },
    expect: readable(A),
  },
  {
    id: "peer-p8-upgrade-is-not-rebuilt",
    rules: ["R6"],
    anchor: PROTOCOL,
    peer: "P8",
    inexpressible: { node: "Response refuses status 101, and fetch never answers with it" },
    options: { ...LIST, refuseDenied: true },
    request: from(A, ["connection", "Upgrade"], ["upgrade", "websocket"]),
    handler: { kind: "upgrade" },
    expect: { handlerCalled: true, outcome: "same-response" },
  },
  {
    id: "peer-p10-promise-of-the-origin",
    rules: ["O4"],
    anchor: CHECK,
    peer: "P10",
    options: { origin: async (origin) => origin },
    request: from(A),
    expect: readable(A),
  },
  {
    id: "peer-p11-true-is-an-answer",
    rules: ["O4"],
    anchor: CHECK,
    peer: "P11",
    options: { origin: () => true },
    request: from(A),
    expect: readable(A),
  },
  refused("P13", "undefined-at-set-up", { origin: undefined }, ["origin", "missing"]),
  refused("P13", "boolean-at-set-up", { origin: true }, ["origin"]),
  {
    id: "peer-p16-no-requested-headers",
    rules: ["A4"],
    anchor: PROTOCOL,
    peer: "P16",
    options: { ...LIST, credentials: true, allowHeaders: "*" },
    request: preflight(A, "PUT"),
    expect: {
      handlerCalled: false,
      present: cors({
        origin: A,
        credentials: true,
        methods: "GET,HEAD,PUT,POST,DELETE,PATCH,QUERY",
        maxAge: "600",
        vary: "Origin, Access-Control-Request-Headers",
      }),
    },
  },
  {
    id: "peer-p17-names-of-the-request-are-not-told",
    rules: ["R3"],
    anchor: PROTOCOL,
    peer: "P17",
    options: LIST,
    request: from(A, ["x-forwarded-for", "10.0.0.1"], ["x-internal", "1"]),
    expect: readable(A),
  },
  ...(["P18", "P19"] as const).map((peer): Case => ({
    id: `peer-${peer.toLowerCase()}-one-value-of-a-list`,
    rules: ["R3", "A1"],
    anchor: CHECK,
    peer,
    options: { origin: [A, B, /^https:\/\/c\.example$/], allowMethods: ["PUT", "DELETE"] },
    steps: [
      { request: from(B), expect: readable(B) },
      { request: preflight(B, "DELETE"), expect: permission(B, { methods: "PUT,DELETE" }) },
    ],
  })),
  {
    id: "peer-p20-denied-is-not-the-word-false",
    rules: ["R3"],
    anchor: CHECK,
    peer: "P20",
    options: { origin: () => false, credentials: true },
    request: from(E),
    expect: unreadable(),
  },
  ...["PUT", "PATCH", "DELETE"].map((method): Case => ({
    id: `peer-p24-${method.toLowerCase()}-by-default`,
    rules: ["P7", "A1"],
    anchor: PROTOCOL,
    peer: "P24",
    options: LIST,
    request: preflight(A, method),
    expect: permission(A),
  })),
  refused("P26", "max-age-nan", { origin: A, maxAge: Number.NaN }, ["maxAge", "invalid"]),
  {
    id: "peer-p27-asterisk-is-a-literal-with-credentials",
    rules: ["A4"],
    anchor: CREDENTIALS,
    peer: "P27",
    options: { ...LIST, credentials: true, allowMethods: "*", allowHeaders: "*" },
    request: preflight(A, "DELETE", "authorization,x-a"),
    expect: permission(A, {
      credentials: true,
      methods: "DELETE",
      headers: "authorization,x-a",
      vary: "Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
    }),
  },
  refused(
    "P27",
    "expose-all-with-credentials",
    { origin: A, credentials: true, exposeHeaders: "*" },
    ["exposeHeaders", "incompatible"],
  ),
  refused(
    "P28",
    "origins-that-never-match",
    { origin: ["https://a.example/", "https://A.example"] },
    ["origin[0]", "invalid"],
    ["origin[1]", "invalid"],
  ),
  {
    id: "peer-p30-header-names-in-any-case",
    rules: ["R3"],
    anchor: CHECK,
    peer: "P30",
    options: LIST,
    request: from(A),
    handler: { headers: [["ACCESS-CONTROL-ALLOW-ORIGIN", "*"]] },
    expect: readable(A),
  },
  {
    id: "peer-p31-defaults-and-max-age-are-sent",
    rules: ["A1", "P7", "P10"],
    anchor: PROTOCOL,
    peer: "P31",
    options: { origin: "*" },
    request: preflight(A, "PUT"),
    expect: permission("*", { vary: null }),
  },
  {
    id: "peer-p33-any-header-by-default",
    rules: ["P8", "A4"],
    anchor: PROTOCOL,
    peer: "P33",
    options: LIST,
    request: preflight(A, "PUT", "authorization,content-type,x-anything"),
    expect: permission(A),
  },
  {
    id: "peer-p34-denying-is-quiet",
    rules: ["O4", "R3"],
    anchor: CHECK,
    peer: "P34",
    options: { origin: (origin) => (origin === A ? true : null) },
    steps: [
      { request: from(E), handler: MEDDLING, expect: { ...unreadable(), reported: 0 } },
      { request: preflight(E), expect: { ...refusal(), reported: 0 } },
    ],
  },
];
