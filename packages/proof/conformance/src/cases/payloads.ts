import type { CorsOptions } from "@crossgate/core";
import type { Case, ExchangeCase, Inexpressible } from "../case.ts";
import {
  WITHOUT_ORIGIN,
  cors,
  permission,
  readable,
  refusal,
  unreadable,
} from "./generated-expectations.ts";
import { A, from, preflight, spec } from "./vocabulary.ts";

const NUL = "Headers refuses a NUL";
const WIDE = "Headers refuses what is no byte; the next payload is what a wire carries";

/** One `Origin` that attackers and scanners send. */
interface Payload {
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

/** What attackers and scanners write into Origin, and one control that is allowed. */
const PAYLOADS: readonly Payload[] = [
  { kind: "control", origin: A, exact: true, pattern: true },
  { kind: "reflect", origin: "https://evil.com" },
  { kind: "suffix", origin: `${EVIL}.evil.com` },
  { kind: "prefix", origin: "https://evilexample.com" },
  { kind: "prefix", origin: "https://evilapp.example.com", pattern: true },
  { kind: "substring", origin: "https://notexample.com" },
  { kind: "substring", origin: "https://xample.com" },
  { kind: "unescaped-dot", origin: "https://appxexample.com" },
  { kind: "unescaped-dot", origin: "https://app-example.com" },
  { kind: "unescaped-last-dot", origin: "https://app.examplexcom" },
  { kind: "opaque", origin: "null" },
  { kind: "downgrade", origin: "http://app.example.com" },
  { kind: "port", origin: `${EVIL}:8443` },
  { kind: "port", origin: `${EVIL}:443`, malformed: true },
  { kind: "port", origin: `${EVIL}:0443`, malformed: true },
  { kind: "any-subdomain", origin: "https://evil.app.example.com", pattern: true },
  { kind: "apex", origin: "https://example.com" },
  { kind: "empty-label", origin: "https://.example.com", malformed: true },
  { kind: "empty-label", origin: "https://a..example.com", malformed: true },
  { kind: "trailing-dot", origin: `${EVIL}.` },
  { kind: "case", origin: "https://APP.example.com", malformed: true },
  { kind: "case", origin: "HTTPS://app.example.com", malformed: true },
  ...["/", "/path", "?", "#"].map((end): Payload => ({
    kind: "not-an-origin",
    origin: `${EVIL}${end}`,
    malformed: true,
  })),
  { kind: "userinfo", origin: "https://user@app.example.com", malformed: true },
  { kind: "userinfo", origin: `${EVIL}:80@evil.com`, malformed: true },
  { kind: "userinfo", origin: `${EVIL}@evil.com`, malformed: true },
  { kind: "backtick", origin: `${EVIL}%60.evil.com`, malformed: true },
  { kind: "backtick", origin: `${EVIL}\`.evil.com`, malformed: true },
  { kind: "underscore", origin: `${EVIL}_.evil.com` },
  { kind: "underscore", origin: "https://app_.example.com", pattern: true },
  ...SPECIAL.map((special): Payload => ({
    kind: "special-character",
    origin: `${EVIL}${special}.evil.com`,
    malformed: !isHostByte(special),
  })),
  { kind: "whitespace", origin: `${EVIL} evil.com`, malformed: true },
  { kind: "whitespace", origin: `${EVIL}\tevil.com`, malformed: true },
  {
    kind: "nul",
    origin: `${EVIL}\0evil.com`,
    malformed: true,
    inexpressible: { node: NUL, deno: NUL, bun: NUL, workerd: NUL },
  },
  { kind: "joined-lines", origin: `${EVIL}, https://evil.com`, malformed: true },
  { kind: "joined-lines", origin: `https://evil.com, ${EVIL}`, malformed: true },
  { kind: "scheme", origin: "file://", malformed: true },
  { kind: "scheme", origin: "chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh" },
  { kind: "scheme", origin: "moz-extension://12345678-1234-1234-1234-123456789abc" },
  { kind: "scheme", origin: "capacitor://localhost" },
  { kind: "scheme", origin: "app://obsidian.md" },
  { kind: "scheme", origin: "tauri://localhost" },
  { kind: "localhost", origin: "https://localhost.evil.com" },
  { kind: "localhost", origin: "http://localhost" },
  { kind: "localhost", origin: "http://127.0.0.1.evil.com" },
  {
    kind: "non-ascii",
    origin: "https://ex\u0430mple.com",
    malformed: true,
    inexpressible: { node: WIDE, deno: WIDE, bun: WIDE },
  },
  { kind: "non-ascii-bytes", origin: "https://ex\u00d0\u00b0mple.com", malformed: true },
  { kind: "non-ascii-bytes", origin: "https://stra\u00dfe.example.com", malformed: true },
  { kind: "address", origin: "https://[::1]" },
  { kind: "address", origin: "https://0x7f.1", malformed: true },
  { kind: "address", origin: "https://127.1", malformed: true },
  { kind: "shared-hosting", origin: "https://whatever.github.io" },
  { kind: "shared-hosting", origin: "https://codepen.io" },
  { kind: "shared-hosting", origin: "https://jsfiddle.net" },
  { kind: "shared-hosting", origin: "https://repl.it" },
  { kind: "empty", origin: "", malformed: true },
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
  const { kind, origin, inexpressible } = payload;
  return (["exact", "pattern", "single"] as const).flatMap((column) => {
    const head = {
      rules: ["O1", "A2", "R2"],
      anchor: spec("cors-check"),
      options: COLUMNS[column],
      ...(inexpressible && { inexpressible }),
    } as const;
    const id = `payload-${kind}-${index}-${column}`;
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

/** Ten times what the slowest busy machine took: only what hangs takes longer, in milliseconds. */
const HUNG = 10_000;

/** ACRH without end; the response has no ACAH, and comes at once. */
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
    id: `payload-missing-${column}`,
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
    id: `payload-8-kib-origin-${column}`,
    rules: ["O2"],
    anchor: spec("origin-header"),
    options: COLUMNS[column],
    steps: [
      { request: from(EIGHT_KIB), expect: { ...unreadable("origin-malformed"), withinMs: HUNG } },
      {
        request: preflight(EIGHT_KIB),
        expect: { ...refusal("preflight", "origin-malformed"), withinMs: HUNG },
      },
    ],
  })),
  ...FLOODS.flatMap(([id, value, hasNames]): Case[] => [
    {
      id: `payload-${id}-echoed`,
      rules: ["A4"],
      anchor: spec("http-access-control-request-headers"),
      peer: ["cors-edge 1.0.1", "a long Access-Control-Request-Headers takes seconds to split"],
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
        withinMs: HUNG,
      },
    },
    {
      id: `payload-${id}-listed`,
      rules: ["A3", "A4"],
      anchor: spec("http-access-control-request-headers"),
      peer: ["cors-edge 1.0.1", "a long Access-Control-Request-Headers takes seconds to split"],
      options: COLUMNS.exact,
      request: preflight(A, "PUT", value),
      expect: {
        ...permission(A, PREFLIGHT),
        verdict: hasNames
          ? ["preflight", false, "header-not-allowed"]
          : ["preflight", true, "preflight-allowed"],
        page: "never",
        withinMs: HUNG,
      },
    },
  ]),
];
