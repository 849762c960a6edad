import type { Question } from "../src/explain/report.ts";
import type { WireFault } from "../src/network/wire-error.ts";
import type { CauseCode } from "../src/cause/cause-code.ts";
import type { Invented } from "./invented-wire.ts";

export const page = "https://app.example.com";
export const api = "https://api.example.com/data";
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

/** A request, what a server answers to it, and the cause that is to be named. */
export interface CauseRow {
  readonly code: CauseCode | null;
  readonly verdict: "readable" | "blocked" | "depends" | "unreachable";
  readonly asked?: Partial<Question>;
  /** In the order of the browser's requests; the last one stands for all that follow. */
  readonly answers?: readonly (Invented | WireFault)[];
  /** Of requests that no browser sends, by what they lack or name. */
  readonly probes?: readonly (Invented | WireFault)[];
  readonly says?: string;
}

export const causeRows: readonly CauseRow[] = [
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
    code: "redirect-elsewhere",
    verdict: "blocked",
    answers: [answer(302, { location: "https://cdn.example.net/gone" })],
    probes: [answer(404)],
  },
  {
    code: "redirect-elsewhere",
    verdict: "blocked",
    answers: [answer(302, { location: "https://cdn.example.net/again" })],
    probes: [answer(302, { location: "https://cdn.example.net/x" })],
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
    code: "preflight-status",
    verdict: "blocked",
    asked: put,
    answers: [answer(304, open)],
  },
  {
    code: "methods-unparsable",
    verdict: "blocked",
    asked: put,
    answers: [answer(204, { ...open, "access-control-allow-methods": "[PUT]" })],
  },
  {
    code: "headers-unparsable",
    verdict: "blocked",
    asked: put,
    answers: [
      answer(204, {
        ...open,
        "access-control-allow-methods": "PUT",
        "access-control-allow-headers": "content type",
      }),
    ],
  },
  {
    code: "authorization-needs-explicit",
    verdict: "blocked",
    asked: { profile: "spec", headers: [["authorization", "Bearer x"]] },
    answers: [
      answer(204, {
        "access-control-allow-origin": "*",
        "access-control-allow-headers": "*",
      }),
    ],
  },
  { code: "mode-same-origin", verdict: "blocked", asked: { mode: "same-origin" } },
  {
    code: "no-cors-redirect-mode",
    verdict: "blocked",
    asked: { mode: "no-cors", redirect: "manual" },
  },
  {
    code: "redirect-forbidden",
    verdict: "blocked",
    asked: { redirect: "error" },
    answers: [answer(302, { ...open, location: "/next" }), answer(200, open)],
  },
  {
    code: "redirect-mode-same-origin",
    verdict: "blocked",
    asked: { url: `${page}/data`, mode: "same-origin" },
    answers: [answer(302, { location: api }), answer(200, open)],
  },
  {
    code: "redirect-userinfo",
    verdict: "blocked",
    answers: [answer(302, { ...open, location: "https://me:secret@api.example.com/next" })],
  },
  {
    code: "redirect-scheme",
    verdict: "blocked",
    answers: [answer(302, { ...open, location: "myapp://done" })],
  },
  {
    code: "redirect-location",
    verdict: "blocked",
    answers: [answer(302, { ...open, location: "https://[api/next" })],
  },
  {
    code: "keepalive-too-large",
    verdict: "blocked",
    asked: { as: "beacon", method: "POST", body: "x".repeat(70_000) },
  },
  {
    code: "answer-unusable",
    verdict: "blocked",
    asked: { as: "module", crossorigin: "anonymous" },
    answers: [answer(200, { ...open, "content-type": "text/html" }, "<p>no script</p>")],
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
