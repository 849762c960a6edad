import type { OriginAnswer } from "@crossgate/core";
import type { Case } from "../case.ts";
import { A, B, E, from, preflight, spec } from "./vocabulary.ts";

const CHECK = spec("cors-check");
const SECRET = "database password is hunter2";

const always = (): boolean => true;

/** Functions that decide (O4, O5, O6). */
export const originFunctionCases: readonly Case[] = [
  {
    id: "o4-answer-true",
    rules: ["O4"],
    anchor: CHECK,
    options: { origin: () => true },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
          asked: [A],
        },
      },
      {
        request: preflight(A, "PUT"),
        expect: {
          handlerCalled: false,
          present: {
            "access-control-allow-origin": A,
            "access-control-allow-methods": "GET,HEAD,PUT,POST,DELETE,PATCH,QUERY",
            "access-control-allow-headers": "*,authorization",
            "access-control-max-age": "600",
            vary: "Origin",
          },
          verdict: ["preflight", true, "preflight-allowed"],
          page: "reads",
          asked: [A],
        },
      },
    ],
  },
  {
    id: "o4-answer-the-origin-itself",
    rules: ["O4"],
    anchor: CHECK,
    options: { origin: () => A },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
          asked: [A],
        },
      },
      {
        request: preflight(A, "PUT"),
        expect: {
          handlerCalled: false,
          present: {
            "access-control-allow-origin": A,
            "access-control-allow-methods": "GET,HEAD,PUT,POST,DELETE,PATCH,QUERY",
            "access-control-allow-headers": "*,authorization",
            "access-control-max-age": "600",
            vary: "Origin",
          },
          verdict: ["preflight", true, "preflight-allowed"],
          page: "reads",
          asked: [A],
        },
      },
    ],
  },
  {
    id: "o4-answer-promise-of-true",
    rules: ["O4"],
    anchor: CHECK,
    options: { origin: () => Promise.resolve(true) },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
          asked: [A],
        },
      },
      {
        request: preflight(A, "PUT"),
        expect: {
          handlerCalled: false,
          present: {
            "access-control-allow-origin": A,
            "access-control-allow-methods": "GET,HEAD,PUT,POST,DELETE,PATCH,QUERY",
            "access-control-allow-headers": "*,authorization",
            "access-control-max-age": "600",
            vary: "Origin",
          },
          verdict: ["preflight", true, "preflight-allowed"],
          page: "reads",
          asked: [A],
        },
      },
    ],
  },
  {
    id: "o4-answer-promise-of-the-origin",
    rules: ["O4"],
    anchor: CHECK,
    options: { origin: () => Promise.resolve(A) },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
          asked: [A],
        },
      },
      {
        request: preflight(A, "PUT"),
        expect: {
          handlerCalled: false,
          present: {
            "access-control-allow-origin": A,
            "access-control-allow-methods": "GET,HEAD,PUT,POST,DELETE,PATCH,QUERY",
            "access-control-allow-headers": "*,authorization",
            "access-control-max-age": "600",
            vary: "Origin",
          },
          verdict: ["preflight", true, "preflight-allowed"],
          page: "reads",
          asked: [A],
        },
      },
    ],
  },
  {
    id: "o4-answer-another-origin",
    rules: ["O4"],
    anchor: CHECK,
    options: { origin: () => B },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
      {
        request: preflight(A, "PUT"),
        expect: {
          handlerCalled: false,
          status: 403,
          present: { "cache-control": "no-store", vary: "Origin" },
          body: "Origin not allowed.\n",
          verdict: ["preflight", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
    ],
  },
  {
    id: "o4-answer-asterisk",
    rules: ["O4"],
    anchor: CHECK,
    options: { origin: () => "*" },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
      {
        request: preflight(A, "PUT"),
        expect: {
          handlerCalled: false,
          status: 403,
          present: { "cache-control": "no-store", vary: "Origin" },
          body: "Origin not allowed.\n",
          verdict: ["preflight", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
    ],
  },
  {
    id: "o4-answer-the-origin-with-slash",
    rules: ["O4"],
    anchor: CHECK,
    options: { origin: () => "https://app.example.com/" },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
      {
        request: preflight(A, "PUT"),
        expect: {
          handlerCalled: false,
          status: 403,
          present: { "cache-control": "no-store", vary: "Origin" },
          body: "Origin not allowed.\n",
          verdict: ["preflight", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
    ],
  },
  {
    id: "o4-answer-the-word-true",
    rules: ["O4"],
    anchor: CHECK,
    options: { origin: () => "true" },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
      {
        request: preflight(A, "PUT"),
        expect: {
          handlerCalled: false,
          status: 403,
          present: { "cache-control": "no-store", vary: "Origin" },
          body: "Origin not allowed.\n",
          verdict: ["preflight", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
    ],
  },
  {
    id: "o4-answer-one",
    rules: ["O4"],
    anchor: CHECK,
    options: { origin: () => 1 as unknown as OriginAnswer },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
      {
        request: preflight(A, "PUT"),
        expect: {
          handlerCalled: false,
          status: 403,
          present: { "cache-control": "no-store", vary: "Origin" },
          body: "Origin not allowed.\n",
          verdict: ["preflight", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
    ],
  },
  {
    id: "o4-answer-object",
    rules: ["O4"],
    anchor: CHECK,
    options: { origin: () => ({}) as unknown as OriginAnswer },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
      {
        request: preflight(A, "PUT"),
        expect: {
          handlerCalled: false,
          status: 403,
          present: { "cache-control": "no-store", vary: "Origin" },
          body: "Origin not allowed.\n",
          verdict: ["preflight", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
    ],
  },
  {
    id: "o4-answer-list-with-the-origin",
    rules: ["O4"],
    anchor: CHECK,
    options: { origin: () => [A] as unknown as OriginAnswer },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
      {
        request: preflight(A, "PUT"),
        expect: {
          handlerCalled: false,
          status: 403,
          present: { "cache-control": "no-store", vary: "Origin" },
          body: "Origin not allowed.\n",
          verdict: ["preflight", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
    ],
  },
  {
    id: "o4-answer-false",
    rules: ["O4"],
    anchor: CHECK,
    options: { origin: () => false },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
      {
        request: preflight(A, "PUT"),
        expect: {
          handlerCalled: false,
          status: 403,
          present: { "cache-control": "no-store", vary: "Origin" },
          body: "Origin not allowed.\n",
          verdict: ["preflight", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
    ],
  },
  {
    id: "o4-answer-null",
    rules: ["O4"],
    anchor: CHECK,
    options: { origin: () => null },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
      {
        request: preflight(A, "PUT"),
        expect: {
          handlerCalled: false,
          status: 403,
          present: { "cache-control": "no-store", vary: "Origin" },
          body: "Origin not allowed.\n",
          verdict: ["preflight", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
    ],
  },
  {
    id: "o4-answer-undefined",
    rules: ["O4"],
    anchor: CHECK,
    options: { origin: () => undefined },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
      {
        request: preflight(A, "PUT"),
        expect: {
          handlerCalled: false,
          status: 403,
          present: { "cache-control": "no-store", vary: "Origin" },
          body: "Origin not allowed.\n",
          verdict: ["preflight", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
    ],
  },
  {
    id: "o4-answer-empty-string",
    rules: ["O4"],
    anchor: CHECK,
    options: { origin: () => "" },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
      {
        request: preflight(A, "PUT"),
        expect: {
          handlerCalled: false,
          status: 403,
          present: { "cache-control": "no-store", vary: "Origin" },
          body: "Origin not allowed.\n",
          verdict: ["preflight", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
    ],
  },
  {
    id: "o4-answer-promise-of-false",
    rules: ["O4"],
    anchor: CHECK,
    options: { origin: () => Promise.resolve(false) },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
      {
        request: preflight(A, "PUT"),
        expect: {
          handlerCalled: false,
          status: 403,
          present: { "cache-control": "no-store", vary: "Origin" },
          body: "Origin not allowed.\n",
          verdict: ["preflight", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
    ],
  },
  {
    id: "o4-answer-promise-of-promise-like-object",
    rules: ["O4"],
    anchor: CHECK,
    options: { origin: () => Promise.resolve({ allowed: true }) as unknown as OriginAnswer },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
      {
        request: preflight(A, "PUT"),
        expect: {
          handlerCalled: false,
          status: 403,
          present: { "cache-control": "no-store", vary: "Origin" },
          body: "Origin not allowed.\n",
          verdict: ["preflight", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [A],
        },
      },
    ],
  },
  {
    id: "o4-failure-throws",
    rules: ["O4"],
    anchor: CHECK,
    peer: [
      "@elysiajs/cors 1.4.2",
      "an error of the origin function is answered as 200, with its message",
    ],
    options: {
      origin: () => {
        throw new Error(SECRET);
      },
      credentials: true,
    },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-check-failed"],
          page: "blocked:acao-missing",
          asked: [A],
          reported: 1,
        },
      },
      {
        request: preflight(A, "PUT"),
        expect: {
          handlerCalled: false,
          status: 403,
          present: { "cache-control": "no-store", vary: "Origin" },
          body: "Origin not allowed.\n",
          verdict: ["preflight", false, "origin-check-failed"],
          page: "blocked:acao-missing",
          asked: [A],
          reported: 1,
        },
      },
    ],
  },
  {
    id: "o4-failure-rejects",
    rules: ["O4"],
    anchor: CHECK,
    peer: [
      "@elysiajs/cors 1.4.2",
      "an error of the origin function is answered as 200, with its message",
    ],
    options: { origin: () => Promise.reject(new Error(SECRET)), credentials: true },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-check-failed"],
          page: "blocked:acao-missing",
          asked: [A],
          reported: 1,
        },
      },
      {
        request: preflight(A, "PUT"),
        expect: {
          handlerCalled: false,
          status: 403,
          present: { "cache-control": "no-store", vary: "Origin" },
          body: "Origin not allowed.\n",
          verdict: ["preflight", false, "origin-check-failed"],
          page: "blocked:acao-missing",
          asked: [A],
          reported: 1,
        },
      },
    ],
  },
  {
    id: "o4-failure-throws-a-response",
    rules: ["O4"],
    anchor: CHECK,
    peer: [
      "@elysiajs/cors 1.4.2",
      "an error of the origin function is answered as 200, with its message",
    ],
    options: {
      origin: () => {
        throw new Response(SECRET, { headers: { "access-control-allow-origin": A } });
      },
      credentials: true,
    },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-check-failed"],
          page: "blocked:acao-missing",
          asked: [A],
          reported: 1,
        },
      },
      {
        request: preflight(A, "PUT"),
        expect: {
          handlerCalled: false,
          status: 403,
          present: { "cache-control": "no-store", vary: "Origin" },
          body: "Origin not allowed.\n",
          verdict: ["preflight", false, "origin-check-failed"],
          page: "blocked:acao-missing",
          asked: [A],
          reported: 1,
        },
      },
    ],
  },

  {
    id: "o4-decides-for-each-request",
    rules: ["O4", "P12"],
    anchor: CHECK,
    options: { origin: async (origin) => origin === A, credentials: true },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-allow-credentials": "true",
            vary: "Origin",
          },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
          asked: [A],
        },
      },
      {
        request: from(E),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [E],
        },
      },
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-allow-credentials": "true",
            vary: "Origin",
          },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
          asked: [A],
        },
      },
    ],
  },
  {
    id: "o4-reads-the-request",
    rules: ["O4"],
    anchor: CHECK,
    options: { origin: (_origin, _context, request) => request?.headers.get("x-tenant") === "a" },
    steps: [
      // The preflight carries no x-tenant, only its name: a page never gets this far.
      {
        request: from(A, ["x-tenant", "a"]),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(A, ["x-tenant", "b"]),
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
    id: "o4-not-asked-without-origin",
    rules: ["O4", "R2"],
    anchor: CHECK,
    options: { origin: always },
    request: from(undefined),
    expect: {
      handlerCalled: true,
      present: { vary: "Origin" },
      verdict: ["none", true, "no-origin"],
      asked: [],
    },
  },
  {
    id: "o5-null-under-any-origin",
    rules: ["O5", "R1"],
    anchor: CHECK,
    options: { origin: "*" },
    request: from("null"),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "*" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "o5-null-by-function",
    rules: ["O5"],
    anchor: CHECK,
    options: { origin: (origin) => origin === "null" },
    request: from("null"),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "null", vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
      asked: ["null"],
    },
  },
  {
    id: "o5-null-never-with-credentials",
    rules: ["O5"],
    anchor: CHECK,
    options: { origin: always, credentials: true },
    steps: [
      {
        request: from("null"),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-null"],
          page: "blocked:acao-missing",
          asked: [],
        },
      },
      {
        request: preflight("null", "PUT"),
        expect: {
          handlerCalled: false,
          status: 403,
          present: { "cache-control": "no-store", vary: "Origin" },
          body: "Origin not allowed.\n",
          verdict: ["preflight", false, "origin-null"],
          page: "blocked:acao-missing",
          asked: [],
        },
      },
    ],
  },
  {
    id: "o5-null-not-by-list",
    rules: ["O5"],
    anchor: CHECK,
    options: { origin: [A, B] },
    request: from("null"),
    expect: {
      handlerCalled: true,
      present: { vary: "Origin" },
      verdict: ["actual", false, "origin-null"],
      page: "blocked:acao-missing",
    },
  },
  {
    id: "o6-function-not-asked-about-junk",
    rules: ["O6", "O2"],
    anchor: spec("origin-header"),
    options: { origin: always },
    steps: [
      {
        request: from(""),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-malformed"],
          asked: [],
        },
      },
      {
        request: from("junk"),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-malformed"],
          asked: [],
        },
      },
      {
        request: from("https://app.example.com/"),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-malformed"],
          asked: [],
        },
      },
      {
        request: from("https://app.example.com, https://admin.example.com"),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-malformed"],
          asked: [],
        },
      },
      {
        request: from("https://APP.example.com"),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-malformed"],
          asked: [],
        },
      },
      {
        request: from("https://a:0"),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-malformed"],
          asked: [],
        },
      },
      {
        request: from("NULL"),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-malformed"],
          asked: [],
        },
      },
    ],
  },
  {
    id: "p6-function-not-obeyed-over-plain-http",
    rules: ["P6"],
    anchor: CHECK,
    options: { origin: always, credentials: true },
    steps: [
      {
        request: from("http://app.example.com"),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from("http://localhost:3000"),
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": "http://localhost:3000",
            "access-control-allow-credentials": "true",
            vary: "Origin",
          },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from("http://a.localhost"),
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": "http://a.localhost",
            "access-control-allow-credentials": "true",
            vary: "Origin",
          },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from("http://127.9.9.9"),
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": "http://127.9.9.9",
            "access-control-allow-credentials": "true",
            vary: "Origin",
          },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from("http://[::1]:80"),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-malformed"],
        },
      },
      {
        request: from("http://[::1]:81"),
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": "http://[::1]:81",
            "access-control-allow-credentials": "true",
            vary: "Origin",
          },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from("http://127.0.0.1.evil.com"),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from("http://localhost.evil.com"),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from("http://evillocalhost"),
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
    id: "p6-regexp-not-obeyed-over-plain-http",
    rules: ["P6"],
    anchor: CHECK,
    options: { origin: /^https?:\/\/app\.example\.com$/, credentials: true },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-allow-credentials": "true",
            vary: "Origin",
          },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from("http://app.example.com"),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: preflight("http://app.example.com", "PUT"),
        expect: {
          handlerCalled: false,
          status: 403,
          present: { "cache-control": "no-store", vary: "Origin" },
          body: "Origin not allowed.\n",
          verdict: ["preflight", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
    ],
  },
  {
    id: "p6-plain-http-on-demand",
    rules: ["P6"],
    anchor: CHECK,
    options: { origin: always, credentials: true, dangerouslyAllowInsecureOrigins: true },
    request: from("http://app.example.com"),
    expect: {
      handlerCalled: true,
      present: {
        "access-control-allow-origin": "http://app.example.com",
        "access-control-allow-credentials": "true",
        vary: "Origin",
      },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
];
