import type { Case } from "../case.ts";
import { A, B, E, from, preflight, spec } from "./vocabulary.ts";

const SERIALIZED = spec("origin-header");
const LONG_SCHEME = "a".repeat(64);
const LABEL = "b".repeat(63);
/** 64 + 3 + 253 + 1 + 5 = 326 bytes: the longest origin there is. */
const LONGEST: `${string}://${string}` = `${LONG_SCHEME}://${LABEL}.${LABEL}.${LABEL}.${"b".repeat(61)}:65535`;

const askAll = (): boolean => true;

/** Which origins are whose (O1, O2, O3, O6); what functions answer is in origin-functions. */
export const originCases: readonly Case[] = [
  {
    id: "o1-allowed-listed",
    rules: ["O1", "P3"],
    anchor: SERIALIZED,
    options: { origin: [A, B, "https://second.example"] },
    request: from(B),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": B, vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "o1-allowed-listed-with-port",
    rules: ["O1", "P3"],
    anchor: SERIALIZED,
    options: { origin: [A, "https://app.example.com:8443", "https://second.example"] },
    request: from("https://app.example.com:8443"),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "https://app.example.com:8443", vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "o1-allowed-subdomain",
    rules: ["O1", "P3"],
    anchor: SERIALIZED,
    options: { origin: ["https://*.example.com", "https://second.example"] },
    request: from("https://a.example.com"),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "https://a.example.com", vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "o1-allowed-subdomain-of-subdomain",
    rules: ["O1", "P3"],
    anchor: SERIALIZED,
    options: { origin: ["https://*.example.com", "https://second.example"] },
    request: from("https://a.b.c.example.com"),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "https://a.b.c.example.com", vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "o1-allowed-subdomain-with-underscore",
    rules: ["O1", "P3"],
    anchor: SERIALIZED,
    options: { origin: ["https://*.example.com", "https://second.example"] },
    request: from("https://my_app.example.com"),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "https://my_app.example.com", vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "o1-allowed-subdomain-with-hyphens",
    rules: ["O1", "P3"],
    anchor: SERIALIZED,
    options: { origin: ["https://*.example.com", "https://second.example"] },
    request: from("https://-a-.example.com"),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "https://-a-.example.com", vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "o1-allowed-subdomain-with-digits",
    rules: ["O1", "P3"],
    anchor: SERIALIZED,
    options: { origin: ["https://*.example.com", "https://second.example"] },
    request: from("https://1.example.com"),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "https://1.example.com", vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "o1-allowed-any-port-given",
    rules: ["O1", "P3"],
    anchor: SERIALIZED,
    options: { origin: ["http://localhost:*", "https://second.example"] },
    request: from("http://localhost:5173"),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "http://localhost:5173", vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "o1-allowed-any-port-absent",
    rules: ["O1", "P3"],
    anchor: SERIALIZED,
    options: { origin: ["http://localhost:*", "https://second.example"] },
    request: from("http://localhost"),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "http://localhost", vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "o1-allowed-any-port-highest",
    rules: ["O1", "P3"],
    anchor: SERIALIZED,
    options: { origin: ["http://localhost:*", "https://second.example"] },
    request: from("http://localhost:65535"),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "http://localhost:65535", vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "o1-allowed-subdomain-and-any-port",
    rules: ["O1", "P3"],
    anchor: SERIALIZED,
    options: { origin: ["https://*.example.com:*", "https://second.example"] },
    request: from("https://a.example.com:8443"),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "https://a.example.com:8443", vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "o1-allowed-subdomain-of-localhost",
    rules: ["O1", "P3"],
    anchor: SERIALIZED,
    options: { origin: ["http://*.localhost:*", "https://second.example"] },
    request: from("http://tenant.localhost:3000"),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "http://tenant.localhost:3000", vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "o1-allowed-ipv4",
    rules: ["O1", "P3"],
    anchor: SERIALIZED,
    options: { origin: [A, "http://127.0.0.1:8080", "https://second.example"] },
    request: from("http://127.0.0.1:8080"),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "http://127.0.0.1:8080", vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "o1-allowed-ipv6",
    rules: ["O1", "P3"],
    anchor: SERIALIZED,
    options: { origin: [A, "http://[::1]:8080", "https://second.example"] },
    request: from("http://[::1]:8080"),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "http://[::1]:8080", vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "o1-allowed-trailing-dot",
    rules: ["O1", "P3"],
    anchor: SERIALIZED,
    options: { origin: [A, "https://app.example.com.", "https://second.example"] },
    request: from("https://app.example.com."),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "https://app.example.com.", vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "o1-allowed-punycode",
    rules: ["O1", "P3"],
    anchor: SERIALIZED,
    options: { origin: [A, "https://xn--bcher-kva.example", "https://second.example"] },
    request: from("https://xn--bcher-kva.example"),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "https://xn--bcher-kva.example", vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "o1-allowed-capacitor",
    rules: ["O1", "P3"],
    anchor: SERIALIZED,
    options: { origin: [A, "capacitor://localhost", "https://second.example"] },
    request: from("capacitor://localhost"),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "capacitor://localhost", vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "o1-allowed-tauri",
    rules: ["O1", "P3"],
    anchor: SERIALIZED,
    options: { origin: [A, "tauri://localhost", "https://second.example"] },
    request: from("tauri://localhost"),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "tauri://localhost", vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "o1-allowed-chrome-extension",
    rules: ["O1", "P3"],
    anchor: SERIALIZED,
    options: {
      origin: [A, "chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh", "https://second.example"],
    },
    request: from("chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh"),
    expect: {
      handlerCalled: true,
      present: {
        "access-control-allow-origin": "chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh",
        vary: "Origin",
      },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "o1-allowed-regexp",
    rules: ["O1", "P3"],
    anchor: SERIALIZED,
    options: { origin: [/^https:\/\/app-\d+\.example\.com$/, "https://second.example"] },
    request: from("https://app-42.example.com"),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "https://app-42.example.com", vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "o1-allowed-regexp-beside-pattern",
    rules: ["O1", "P3"],
    anchor: SERIALIZED,
    options: {
      origin: [
        /^https:\/\/app-\d+\.example\.com$/,
        "https://*.b.example",
        "https://second.example",
      ],
    },
    request: from("https://a.b.example"),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "https://a.b.example", vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },

  {
    id: "o2-longest-origin",
    rules: ["O2"],
    anchor: SERIALIZED,
    options: { origin: [A, LONGEST] },
    request: from(LONGEST),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": LONGEST, vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "o2-longer-than-the-longest",
    rules: ["O2"],
    anchor: SERIALIZED,
    options: { origin: askAll },
    request: from(`a${LONGEST}`),
    expect: {
      handlerCalled: true,
      present: { vary: "Origin" },
      verdict: ["actual", false, "origin-malformed"],
      asked: [],
    },
  },
  {
    id: "o2-longer-than-the-longest-regexp",
    rules: ["O2", "O6"],
    anchor: SERIALIZED,
    options: { origin: /^[a-z]+:\/\/[^/]+$/ },
    steps: [
      {
        request: from(LONGEST),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": LONGEST, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(`a${LONGEST}`),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-malformed"],
        },
      },
    ],
  },
  {
    id: "o2-two-origin-lines",
    rules: ["O2"],
    anchor: SERIALIZED,
    options: { origin: [A, B] },
    request: from(A, ["origin", B]),
    expect: {
      handlerCalled: true,
      present: { vary: "Origin" },
      verdict: ["actual", false, "origin-malformed"],
    },
  },
  {
    id: "o2-two-origin-lines-preflight",
    rules: ["O2"],
    anchor: SERIALIZED,
    options: { origin: [A, B] },
    request: preflight(A, "PUT", undefined, ["origin", A]),
    expect: {
      handlerCalled: false,
      status: 403,
      present: { "cache-control": "no-store", vary: "Origin" },
      body: "Origin not allowed.\n",
      verdict: ["preflight", false, "origin-malformed"],
    },
  },
  {
    id: "o2-any-origin-allows-two-lines",
    rules: ["O2", "R1"],
    anchor: spec("cors-protocol-and-http-caches"),
    options: { origin: "*" },
    request: from(A, ["origin", B]),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "*" },
      verdict: ["actual", true, "origin-allowed"],
      page: "never",
    },
  },
  {
    id: "o2-any-origin-allows-8-kib",
    rules: ["O2", "R1"],
    anchor: spec("cors-protocol-and-http-caches"),
    options: { origin: "*" },
    request: from(`https://${"a".repeat(8000)}.example`),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "*" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "o3-ten-thousand-origins",
    rules: ["O3"],
    anchor: SERIALIZED,
    options: {
      origin: Array.from({ length: 10_000 }, (_, index) => `https://t${index}.example` as const),
    },
    steps: [
      {
        request: from("https://t0.example"),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": "https://t0.example", vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from("https://t5000.example"),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": "https://t5000.example", vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from("https://t9999.example"),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": "https://t9999.example", vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from("https://t10000.example"),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
    ],
  },
  {
    id: "o3-ten-thousand-patterns",
    rules: ["O3"],
    anchor: SERIALIZED,
    options: {
      origin: Array.from({ length: 10_000 }, (_, index) => `https://*.t${index}.example` as const),
    },
    steps: [
      {
        request: from("https://a.t0.example"),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": "https://a.t0.example", vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from("https://a.b.t9999.example"),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": "https://a.b.t9999.example", vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from("https://t9999.example"),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from("https://a.t10000.example"),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
    ],
  },
  {
    id: "o6-regexp-sees-only-well-formed-origins",
    rules: ["O6", "P4"],
    anchor: SERIALIZED,
    options: { origin: [/^https:\/\/.*\.example\.com$/, /^null$/] },
    steps: [
      {
        request: from("https://evil.com/.example.com"),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-malformed"],
        },
      },
      {
        request: from("https://evil.com#.example.com"),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-malformed"],
        },
      },
      {
        request: from("null"),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-null"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from("https://a.example.com"),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": "https://a.example.com", vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
    ],
  },
];
