import type { CorsCode, Loadable, PageRequestInit } from "@crossgate/browser";

export const pageOrigin = "https://myapp.com";
export const apiUrl = "https://api.example.com/data";

/** Status and headers of a response. */
export type SceneAnswer = (request: Request) => readonly [number, Readonly<Record<string, string>>];

/** A request and a server under which a browser reports the code, to quote what it says. */
export interface ErrorScene {
  readonly init?: PageRequestInit;
  readonly url?: string;
  /** What loads it, where it is no fetch. */
  readonly load?: Loadable;
  /** The page, where it is another one. */
  readonly origin?: string;
  readonly answer?: SceneAnswer;
}

const allowed = { "access-control-allow-origin": pageOrigin };
const include: PageRequestInit = { credentials: "include" };
const put: PageRequestInit = { method: "PUT" };
const always =
  (status: number, headers: Readonly<Record<string, string>> = {}): SceneAnswer =>
  () => [status, headers];
const acao = (value: string): SceneAnswer => always(200, { "access-control-allow-origin": value });
const redirectTo = (location: string): SceneAnswer => always(302, { ...allowed, location });

/** One scene for every code: a code without one does not compile. */
export const errorScenes: Readonly<Record<CorsCode, ErrorScene>> = {
  "mode-same-origin": { init: { mode: "same-origin" } },
  "scheme-not-http": { url: "ftp://api.example.com/data" },
  "no-cors-redirect-mode": { init: { mode: "no-cors", redirect: "error" } },
  "preflight-redirect": {
    init: put,
    answer: always(302, { ...allowed, location: "https://api.example.com/login" }),
  },
  "preflight-status": { init: put, answer: always(404, allowed) },
  "acao-missing": { answer: always(200) },
  "acao-multiple": { answer: acao(`${pageOrigin}, https://other.example`) },
  "acao-invalid": { answer: acao("myapp.com") },
  "acao-not-serialized": { answer: acao(`${pageOrigin}/`) },
  "acao-mismatch": { answer: acao("https://other.example") },
  "acao-wildcard-credentials": { init: include, answer: acao("*") },
  "acac-missing": { init: include, answer: acao(pageOrigin) },
  "acac-not-true": {
    init: include,
    answer: always(200, { ...allowed, "access-control-allow-credentials": "True" }),
  },
  "methods-unparsable": {
    init: put,
    answer: always(204, { ...allowed, "access-control-allow-methods": "[PUT]" }),
  },
  "method-not-allowed": {
    init: put,
    answer: always(204, { ...allowed, "access-control-allow-methods": "GET, POST" }),
  },
  "headers-unparsable": {
    init: { headers: { "x-trace": "1" } },
    answer: always(204, { ...allowed, "access-control-allow-headers": "x trace" }),
  },
  "header-not-allowed": {
    init: { headers: { "x-trace": "1" } },
    answer: always(204, { ...allowed, "access-control-allow-headers": "content-type" }),
  },
  "authorization-needs-explicit": {
    init: { headers: { authorization: "Bearer abc" } },
    answer: always(204, { ...allowed, "access-control-allow-headers": "*" }),
  },
  "redirect-origin-null": {
    answer: ({ url }) =>
      url === apiUrl ? [302, { ...allowed, location: "https://cdn.example/" }] : [200, allowed],
  },
  "redirect-mode-same-origin": {
    url: `${pageOrigin}/data`,
    init: { mode: "same-origin" },
    answer: redirectTo(apiUrl),
  },
  "redirect-userinfo": { answer: redirectTo("https://user:secret@api.example.com/") },
  "redirect-userinfo-embedded": {
    url: `${pageOrigin}/data`,
    answer: redirectTo(`https://user:secret@myapp.com/`),
  },
  "redirect-stream-body": {
    init: { method: "POST", body: new Blob(["body"]).stream(), duplex: "half" },
    answer: ({ method }) =>
      method === "OPTIONS" ? [204, allowed] : [307, { ...allowed, location: "/elsewhere" }],
  },
  "redirect-too-many": { answer: redirectTo(apiUrl) },
  "redirect-scheme": { answer: redirectTo("ftp://api.example.com/") },
  "redirect-location": { answer: redirectTo("https://:bad") },
  "redirect-forbidden": { init: { redirect: "error" }, answer: redirectTo("/elsewhere") },
  "embedding-refused": {
    init: { mode: "no-cors" },
    answer: always(200, { "cross-origin-resource-policy": "same-origin" }),
  },
  integrity: { init: { integrity: "sha256-AAAA" }, answer: always(200, allowed) },
  "bad-port": { url: "https://api.example.com:6000/data" },
  "data-url-invalid": { url: "data:text/plain" },
  "blob-not-found": { url: "blob:https://other.example/8d5e4c0a" },
  "cache-only": {
    url: `${pageOrigin}/data`,
    init: { mode: "same-origin", cache: "only-if-cached" },
  },
  "keepalive-too-large": {
    init: { method: "POST", keepalive: true, body: "a".repeat(65_537) },
    answer: always(200, allowed),
  },
  "answer-unusable": { load: "style", answer: always(404, allowed) },
  "local-network-insecure": { url: "http://192.168.0.9/data", origin: "http://myapp.com" },
  "local-network-mismatch": {
    url: "http://192.168.0.9/data",
    init: { targetAddressSpace: "loopback" },
  },
  "local-network-denied": { url: "http://127.0.0.1:8080/data" },
  "network-error": {},
};
