import { describe, expect, it } from "vitest";
import { explainOver } from "../explain/explain.ts";
import type { Question } from "../explain/report.ts";
import { readScene } from "../explain/scene.ts";
import type { WireFault } from "../network/wire-error.ts";
import { type Invented, inventedWire } from "../../test/invented-wire.ts";
import type { CauseCode } from "./cause-code.ts";
import { causeWords } from "./words.ts";

const page = "https://app.example.com";
const api = "https://api.example.com/data";
const put: Partial<Question> = {
  method: "PUT",
  headers: [["content-type", "application/json"]],
  body: "{}",
};
const include: Partial<Question> = { credentials: "include" };

type Lines = Readonly<Record<string, string | readonly string[]>>;

/** A response: its status, its headers (a list is as many lines), its body. */
function answer(status: number, headers: Lines = {}, body = "data"): Invented {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((each): readonly [string, string] => [name, each]),
  );
  return { status, lines, body };
}

const open = { "access-control-allow-origin": page, vary: "Origin" };
const granted = answer(204, {
  ...open,
  "access-control-allow-methods": "PUT",
  "access-control-allow-headers": "content-type",
});
const html = { "content-type": "text/html" };

interface Row {
  readonly code: CauseCode | null;
  readonly verdict: "readable" | "blocked" | "depends" | "unreachable";
  readonly asked?: Partial<Question>;
  /** In the order of the browser's requests; the last one stands for all that follow. */
  readonly answers?: readonly (Invented | WireFault)[];
  /** Of requests that no browser sends, by what they lack or name. */
  readonly probes?: readonly (Invented | WireFault)[];
  readonly says?: string;
}

const rows: readonly Row[] = [
  { code: "dns", verdict: "unreachable", answers: ["dns"] },
  { code: "refused", verdict: "unreachable", answers: ["refused"] },
  { code: "network-error", verdict: "unreachable", answers: ["unreachable"] },
  { code: "reset", verdict: "unreachable", answers: ["reset"] },
  { code: "timeout", verdict: "unreachable", answers: ["timeout"] },
  { code: "tls", verdict: "unreachable", answers: ["tls"] },
  { code: "protocol", verdict: "unreachable", answers: ["protocol"] },
  { code: "unsafe-port", verdict: "blocked", asked: { url: "https://api.example.com:6667/" } },
  { code: "mixed-content", verdict: "blocked", asked: { url: "http://api.example.com/" } },
  {
    code: "local-network-access",
    verdict: "depends",
    asked: { url: "http://127.0.0.1/" },
    answers: [answer(200, open)],
  },
  {
    code: "local-network-access",
    verdict: "blocked",
    asked: { url: "http://127.0.0.1/", origin: "http://app.example.com" },
    answers: [answer(200, open)],
  },
  {
    code: "acao-missing",
    verdict: "blocked",
    asked: { url: "http://127.0.0.1/" },
    answers: [answer(200)],
  },
  {
    code: "local-network-access",
    verdict: "depends",
    asked: { url: "http://127.0.0.1/", profile: "firefox" },
    answers: [answer(200, open)],
  },
  {
    code: null,
    verdict: "readable",
    asked: { url: "http://127.0.0.1/", profile: "webkit" },
    answers: [answer(200, open)],
  },
  {
    code: "page-is-a-file",
    verdict: "blocked",
    asked: { origin: "file:///index.html" },
    answers: [answer(200)],
  },
  {
    code: "page-is-a-file",
    verdict: "blocked",
    asked: { origin: "file:///index.html", ...put },
    answers: [answer(403)],
  },
  {
    code: null,
    verdict: "readable",
    asked: { origin: "file:///index.html" },
    answers: [answer(200, { "access-control-allow-origin": "*" })],
  },
  {
    code: "page-origin-opaque",
    verdict: "blocked",
    asked: { origin: "null" },
    answers: [answer(200, open)],
  },
  {
    code: "response-header-in-request",
    verdict: "blocked",
    asked: { headers: [["access-control-allow-methods", "*"]] },
    answers: [answer(204, open)],
  },
  {
    code: "method-case",
    verdict: "blocked",
    asked: { method: "patch" },
    answers: [answer(204, { ...open, "access-control-allow-methods": "PATCH" })],
  },
  { code: "mode-no-cors", verdict: "blocked", asked: { mode: "no-cors" }, answers: [answer(200)] },
  { code: "not-a-fetch", verdict: "blocked", asked: { url: "wss://api.example.com/" } },
  { code: "scheme-not-http", verdict: "blocked", asked: { url: "ftp://api.example.com/" } },
  { code: "redirect-slash", verdict: "blocked", answers: [answer(308, { location: "/data/" })] },
  {
    code: "redirect-slash",
    verdict: "blocked",
    asked: put,
    answers: [answer(301, { ...open, location: "/data/" })],
  },
  {
    code: "redirect-https",
    verdict: "blocked",
    asked: { url: "http://api.example.com/data", origin: "http://app.example.com" },
    answers: [answer(301, { location: api })],
  },
  {
    code: "redirect-login",
    verdict: "blocked",
    answers: [answer(302, { location: "/users/sign_in" })],
  },
  {
    code: "redirect-login",
    verdict: "blocked",
    asked: put,
    answers: [answer(302, { location: "https://id.okta.com/authorize" })],
  },
  {
    code: "redirect-login",
    verdict: "blocked",
    answers: [answer(302, { location: "/welcome" })],
    probes: [answer(200, html, "<input type='password'>")],
  },
  {
    code: "redirect-elsewhere",
    verdict: "blocked",
    answers: [answer(302, { location: "https://cdn.example.net/x" })],
    probes: [answer(200)],
  },
  {
    code: "redirect-elsewhere",
    verdict: "blocked",
    answers: [answer(302, { ...open, location: "https://gone.example.net/x" }), "dns"],
  },
  {
    code: "redirect-origin-null",
    verdict: "blocked",
    answers: [answer(302, { ...open, location: "https://cdn.example.net/x" }), answer(200, open)],
  },
  {
    code: "redirect-too-many",
    verdict: "blocked",
    answers: [answer(302, { ...open, location: "/data" })],
  },
  {
    code: null,
    verdict: "readable",
    answers: [answer(302, { ...open, location: "/next" }), answer(200, open)],
  },
  { code: "options-unrouted", verdict: "blocked", asked: put, answers: [answer(404)] },
  { code: "options-unrouted", verdict: "blocked", asked: put, answers: [answer(405, open)] },
  { code: "options-unrouted", verdict: "blocked", asked: put, answers: [answer(501)] },
  { code: "options-needs-login", verdict: "blocked", asked: put, answers: [answer(401)] },
  {
    code: "options-needs-login",
    verdict: "blocked",
    asked: put,
    answers: [answer(403, { "www-authenticate": "Negotiate" })],
  },
  {
    code: "options-needs-login",
    verdict: "blocked",
    asked: put,
    answers: [answer(200, html, "<title>Sign in</title>")],
  },
  {
    code: "options-refused",
    verdict: "blocked",
    asked: put,
    answers: [answer(403, {}, "Invalid CORS request")],
    says: "Invalid CORS request",
  },
  { code: "options-refused", verdict: "blocked", asked: put, answers: [answer(400)] },
  { code: "login-required", verdict: "blocked", answers: [answer(401)] },
  {
    code: "login-required",
    verdict: "blocked",
    answers: [answer(403, html, '<form><input name=p type="password">')],
  },
  {
    code: "forbidden",
    verdict: "blocked",
    answers: [answer(403, {}, '{"error":"Unknown client"}')],
    says: '{"error":"Unknown client"}',
  },
  { code: "not-found", verdict: "blocked", answers: [answer(404)] },
  { code: "not-found", verdict: "blocked", answers: [answer(410)] },
  { code: "bad-request", verdict: "blocked", answers: [answer(400)] },
  { code: "bad-request", verdict: "blocked", asked: put, answers: [granted, answer(422)] },
  { code: "too-large", verdict: "blocked", asked: put, answers: [granted, answer(413)] },
  { code: "rate-limited", verdict: "blocked", answers: [answer(429)] },
  {
    code: "handler-failed",
    verdict: "blocked",
    answers: [answer(500, html, "<h1>Server <b>Error</b></h1>")],
    says: "Server Error",
  },
  { code: "handler-failed", verdict: "blocked", asked: put, answers: [granted, answer(501)] },
  { code: "gateway-failed", verdict: "blocked", answers: [answer(502)] },
  { code: "gateway-failed", verdict: "blocked", asked: put, answers: [answer(522)] },
  { code: "acao-missing", verdict: "blocked", answers: [answer(200)] },
  {
    code: "acao-invalid",
    verdict: "blocked",
    answers: [answer(200, { "access-control-allow-origin": "app.example.com" })],
  },
  {
    code: "acao-not-serialized",
    verdict: "blocked",
    answers: [answer(200, { "access-control-allow-origin": `${page}/` })],
  },
  {
    code: "acao-mismatch",
    verdict: "blocked",
    answers: [answer(200, { "access-control-allow-origin": "https://other.example" })],
  },
  {
    code: "acao-wildcard-credentials",
    verdict: "blocked",
    asked: include,
    answers: [answer(200, { "access-control-allow-origin": "*" })],
  },
  { code: "acac-missing", verdict: "blocked", asked: include, answers: [answer(200, open)] },
  {
    code: "acac-not-true",
    verdict: "blocked",
    asked: include,
    answers: [answer(200, { ...open, "access-control-allow-credentials": "True" })],
  },
  {
    code: "method-not-allowed",
    verdict: "blocked",
    asked: { method: "DELETE" },
    answers: [granted],
  },
  {
    code: "header-not-allowed",
    verdict: "blocked",
    asked: { headers: [["x-trace", "1"]] },
    answers: [granted],
  },
  {
    code: "header-twice",
    verdict: "blocked",
    answers: [answer(200, { "access-control-allow-origin": [page, page] })],
  },
  {
    code: "header-list",
    verdict: "blocked",
    answers: [answer(200, { "access-control-allow-origin": `${page}, https://b.example` })],
  },
  {
    code: "cache-without-origin",
    verdict: "depends",
    answers: [answer(200, open)],
    probes: [answer(200, { "cache-control": "max-age=60" })],
  },
  {
    code: null,
    verdict: "readable",
    answers: [answer(200, open)],
    probes: [answer(200, { "cache-control": "max-age=60", vary: "Origin" })],
  },
  {
    code: null,
    verdict: "readable",
    answers: [answer(200, open)],
    probes: [answer(200, { "cache-control": "no-store" })],
  },
  {
    code: "encoding-without-cors",
    verdict: "blocked",
    answers: [answer(200, { "content-encoding": "br" })],
    probes: [answer(200, open)],
  },
  {
    code: "resource-policy",
    verdict: "blocked",
    asked: { as: "image" },
    answers: [answer(200, { "cross-origin-resource-policy": "same-origin" })],
  },
  {
    code: "cookie-not-kept",
    verdict: "depends",
    asked: { ...include, origin: "https://other.example" },
    answers: [
      answer(200, {
        "access-control-allow-origin": "https://other.example",
        "access-control-allow-credentials": "true",
        "set-cookie": "sid=1; SameSite=Lax",
      }),
    ],
    probes: [answer(200, { vary: "Origin" })],
  },
  {
    code: null,
    verdict: "readable",
    asked: include,
    answers: [
      answer(200, { ...open, "access-control-allow-credentials": "true", "set-cookie": "sid=1" }),
    ],
    probes: [answer(200, { vary: "Origin" })],
  },
  { code: null, verdict: "readable", answers: [answer(404, open)] },
  { code: null, verdict: "readable", asked: put, answers: [granted, answer(200, open)] },
  { code: null, verdict: "readable", asked: { as: "image" }, answers: [answer(200)] },
];

describe("what happened, and why", () => {
  it.each(rows.map((row, index) => ({ ...row, index })))(
    "$index: $code, $verdict",
    async ({ code, verdict, asked, answers = [], probes, says }) => {
      const question = { url: api, origin: page, ...asked };
      const wire = inventedWire(answers);
      const report = await explainOver(
        question,
        readScene(question),
        wire,
        probes && inventedWire(probes),
      );
      expect({ verdict: report.verdict, code: report.cause?.code ?? null }).toEqual({
        verdict,
        code,
      });
      expect(report.cause?.says ?? "").toBe(says ?? report.cause?.says ?? "");
    },
  );

  it("has a row for every cause that has its own code", () => {
    const seen = new Set(rows.map((row) => row.code));
    const missing = (Object.keys(causeWords) as CauseCode[]).filter((each) => !seen.has(each));
    expect(missing).toEqual([]);
  });
});
