import type { CorsOptions } from "@crossgate/core";
import type { Case, ExchangeCase, Inexpressible } from "../case.ts";
import {
  A,
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

const NUL = "Headers refuses a NUL";
const WIDE = "Headers refuses what is no byte; the next payload is what a wire carries";

/** One `Origin` that attackers and scanners send. */
interface Payload {
  readonly row: number;
  readonly kind: string;
  readonly origin: string;
  /** Allowed by the exact list; only the control is. */
  readonly exact?: true;
  /** Allowed by the pattern. */
  readonly pattern?: true;
  /** What is denied is well-formed or not, and the verdict says which. */
  readonly malformed?: boolean;
  readonly inexpressible?: Inexpressible;
}

const SPECIAL = ["%0b", "%60"].concat("$~=+&*()'\"!;,-_{}^`|".split(""));
const EVIL = "https://app.example.com";

/** Hosts that are well-formed although a special character is in them. */
function isHostByte(text: string): boolean {
  return text === "-" || text === "_";
}

/** Rows 1 to 29; row 30 is about size. */
export const PAYLOADS: readonly Payload[] = [
  { row: 1, kind: "control", origin: A, exact: true, pattern: true },
  { row: 2, kind: "reflect", origin: "https://evil.com" },
  { row: 3, kind: "suffix", origin: `${EVIL}.evil.com` },
  { row: 4, kind: "prefix", origin: "https://evilexample.com" },
  { row: 4, kind: "prefix", origin: "https://evilapp.example.com", pattern: true },
  { row: 5, kind: "substring", origin: "https://notexample.com" },
  { row: 5, kind: "substring", origin: "https://xample.com" },
  { row: 6, kind: "unescaped-dot", origin: "https://appxexample.com" },
  { row: 6, kind: "unescaped-dot", origin: "https://app-example.com" },
  { row: 7, kind: "unescaped-last-dot", origin: "https://app.examplexcom" },
  { row: 8, kind: "opaque", origin: "null" },
  { row: 9, kind: "downgrade", origin: "http://app.example.com" },
  { row: 10, kind: "port", origin: `${EVIL}:8443` },
  { row: 10, kind: "port", origin: `${EVIL}:443`, malformed: true },
  { row: 10, kind: "port", origin: `${EVIL}:0443`, malformed: true },
  { row: 11, kind: "any-subdomain", origin: "https://evil.app.example.com", pattern: true },
  { row: 12, kind: "apex", origin: "https://example.com" },
  { row: 13, kind: "empty-label", origin: "https://.example.com", malformed: true },
  { row: 13, kind: "empty-label", origin: "https://a..example.com", malformed: true },
  { row: 14, kind: "trailing-dot", origin: `${EVIL}.` },
  { row: 15, kind: "case", origin: "https://APP.example.com", malformed: true },
  { row: 15, kind: "case", origin: "HTTPS://app.example.com", malformed: true },
  ...["/", "/path", "?", "#"].map((end): Payload => ({
    row: 16,
    kind: "not-an-origin",
    origin: `${EVIL}${end}`,
    malformed: true,
  })),
  { row: 17, kind: "userinfo", origin: "https://user@app.example.com", malformed: true },
  { row: 17, kind: "userinfo", origin: `${EVIL}:80@evil.com`, malformed: true },
  { row: 17, kind: "userinfo", origin: `${EVIL}@evil.com`, malformed: true },
  { row: 18, kind: "backtick", origin: `${EVIL}%60.evil.com`, malformed: true },
  { row: 18, kind: "backtick", origin: `${EVIL}\`.evil.com`, malformed: true },
  { row: 19, kind: "underscore", origin: `${EVIL}_.evil.com` },
  { row: 19, kind: "underscore", origin: "https://app_.example.com", pattern: true },
  ...SPECIAL.map((special): Payload => ({
    row: 20,
    kind: "special-character",
    origin: `${EVIL}${special}.evil.com`,
    malformed: !isHostByte(special),
  })),
  { row: 21, kind: "whitespace", origin: `${EVIL} evil.com`, malformed: true },
  { row: 21, kind: "whitespace", origin: `${EVIL}\tevil.com`, malformed: true },
  {
    row: 21,
    kind: "nul",
    origin: `${EVIL}\0evil.com`,
    malformed: true,
    inexpressible: { node: NUL, deno: NUL, bun: NUL, workerd: NUL },
  },
  { row: 22, kind: "joined-lines", origin: `${EVIL}, https://evil.com`, malformed: true },
  { row: 23, kind: "joined-lines", origin: `https://evil.com, ${EVIL}`, malformed: true },
  { row: 24, kind: "scheme", origin: "file://", malformed: true },
  { row: 24, kind: "scheme", origin: "chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh" },
  { row: 24, kind: "scheme", origin: "moz-extension://12345678-1234-1234-1234-123456789abc" },
  { row: 24, kind: "scheme", origin: "capacitor://localhost" },
  { row: 24, kind: "scheme", origin: "app://obsidian.md" },
  { row: 24, kind: "scheme", origin: "tauri://localhost" },
  { row: 25, kind: "localhost", origin: "https://localhost.evil.com" },
  { row: 25, kind: "localhost", origin: "http://localhost" },
  { row: 25, kind: "localhost", origin: "http://127.0.0.1.evil.com" },
  {
    row: 26,
    kind: "non-ascii",
    origin: "https://ex\u0430mple.com",
    malformed: true,
    inexpressible: { node: WIDE, deno: WIDE, bun: WIDE },
  },
  { row: 26, kind: "non-ascii-bytes", origin: "https://ex\u00d0\u00b0mple.com", malformed: true },
  { row: 26, kind: "non-ascii-bytes", origin: "https://stra\u00dfe.example.com", malformed: true },
  { row: 27, kind: "address", origin: "https://[::1]" },
  { row: 27, kind: "address", origin: "https://0x7f.1", malformed: true },
  { row: 27, kind: "address", origin: "https://127.1", malformed: true },
  { row: 28, kind: "shared-hosting", origin: "https://whatever.github.io" },
  { row: 28, kind: "shared-hosting", origin: "https://codepen.io" },
  { row: 28, kind: "shared-hosting", origin: "https://jsfiddle.net" },
  { row: 28, kind: "shared-hosting", origin: "https://repl.it" },
  { row: 29, kind: "empty", origin: "", malformed: true },
];

/** The columns. Credentials are on, where a mistake costs most, and the lists are worth hiding. */
const SECRETIVE = {
  credentials: true,
  allowMethods: ["PUT"],
  allowHeaders: ["x-a"],
  exposeHeaders: ["x-id"],
} as const;
const COLUMNS: Readonly<Record<"exact" | "pattern" | "single", CorsOptions>> = {
  exact: { ...SECRETIVE, origin: [A, "https://second.example"] },
  pattern: { ...SECRETIVE, origin: "https://*.example.com" },
  // The same for everyone, so denied origins see whom it is for, and no one else's name.
  single: { ...SECRETIVE, origin: A },
};
const PREFLIGHT = { credentials: true, methods: "PUT", headers: "x-a" } as const;
const ACTUAL = { credentials: true, expose: "x-id" } as const;

function reasonOf({ origin, malformed }: Payload) {
  if (origin === "null" || origin === "file://") return "origin-null";
  return malformed ? "origin-malformed" : "origin-denied";
}

function casesOf(payload: Payload, index: number): ExchangeCase[] {
  const { row, kind, origin, inexpressible } = payload;
  return (["exact", "pattern", "single"] as const).flatMap((column) => {
    const head = {
      rules: ["O1", "A2", "R2"],
      anchor: spec("cors-check"),
      options: COLUMNS[column],
      ...(inexpressible && { inexpressible }),
    } as const;
    const id = `e5-${row}-${kind}-${index}-${column}`;
    const allowed = column === "pattern" ? payload.pattern : payload.exact;
    const reason = reasonOf(payload);
    const fixed = {
      handlerCalled: true,
      present: cors({ origin: A, vary: null, ...ACTUAL }),
      verdict: allowed
        ? (["actual", true, "origin-allowed"] as const)
        : (["actual", false, reason] as const),
    };
    const actual = allowed ? readable(origin, ACTUAL) : unreadable(reason);
    // Web views send it, and the model's browsers do not.
    const page = origin === "file://" ? ({ page: "never" } as const) : {};
    return [
      {
        ...head,
        id,
        request: from(origin),
        expect: column === "single" ? fixed : { ...actual, ...page },
      },
      {
        ...head,
        id: `${id}-preflight`,
        request: preflight(origin, "PUT", "x-a"),
        expect: {
          ...(allowed ? permission(origin, PREFLIGHT) : refusal("preflight", reason)),
          ...page,
        },
      },
    ];
  });
}

const EIGHT_KIB = `https://${"a.".repeat(4096)}example.com`;
const MANY = 100_000;

/** ACRH without end; the answer has no ACAH, and comes at once. */
const FLOODS: readonly (readonly [id: string, value: string, echoed: boolean])[] = [
  ["commas", ",".repeat(MANY), false],
  ["spaces", `x${" ".repeat(MANY)}x`, false],
  ["tabs", `x${"\t".repeat(MANY)}x`, false],
  ["names", Array.from({ length: MANY }, (_, index) => `x-${index}`).join(","), true],
];

/** The table of attackers' origins, each as an actual request and as a preflight. */
export const payloadCases: readonly Case[] = [
  ...PAYLOADS.flatMap(casesOf),
  ...(["exact", "pattern"] as const).map((column): Case => ({
    id: `e5-29-missing-${column}`,
    rules: ["C1", "R2"],
    anchor: spec("cors-request"),
    options: COLUMNS[column],
    steps: [
      { request: from(undefined), expect: WITHOUT_ORIGIN },
      {
        request: { method: "OPTIONS", headers: [["access-control-request-method", "PUT"]] },
        expect: WITHOUT_ORIGIN,
      },
    ],
  })),
  ...(["exact", "pattern"] as const).map((column): Case => ({
    id: `e5-30-8-kib-origin-${column}`,
    rules: ["O2"],
    anchor: spec("origin-header"),
    options: COLUMNS[column],
    steps: [
      { request: from(EIGHT_KIB), expect: { ...unreadable("origin-malformed"), withinMs: 1000 } },
      {
        request: preflight(EIGHT_KIB),
        expect: { ...refusal("preflight", "origin-malformed"), withinMs: 1000 },
      },
    ],
  })),
  ...FLOODS.flatMap(([id, value, hasNames]): Case[] => [
    {
      id: `e5-30-${id}-echoed`,
      rules: ["A4"],
      anchor: spec("http-access-control-request-headers"),
      peer: "S16",
      options: { origin: [A, "https://second.example"], credentials: true },
      request: preflight(A, "PUT", value),
      expect: {
        handlerCalled: false,
        present: cors({
          origin: A,
          credentials: true,
          methods: "GET,HEAD,PUT,POST,DELETE,PATCH,QUERY",
          maxAge: "600",
          vary: "Origin, Access-Control-Request-Headers",
        }),
        verdict: hasNames
          ? ["preflight", false, "header-not-allowed"]
          : ["preflight", true, "preflight-allowed"],
        withinMs: 1000,
      },
    },
    {
      id: `e5-30-${id}-listed`,
      rules: ["A3", "A4"],
      anchor: spec("http-access-control-request-headers"),
      peer: "S16",
      options: COLUMNS.exact,
      request: preflight(A, "PUT", value),
      expect: {
        ...permission(A, PREFLIGHT),
        verdict: hasNames
          ? ["preflight", false, "header-not-allowed"]
          : ["preflight", true, "preflight-allowed"],
        page: "never",
        withinMs: 1000,
      },
    },
  ]),
];
