import { describe, expect, it } from "vitest";
import { RecordReader } from "./read-record.ts";

const PAGE = "https://app.example.com";
const j = JSON.stringify;

interface Spelling {
  readonly name: string;
  readonly lines: readonly string[];
  /** What the last line tells, of each request: what it may leave out is `undefined`. */
  readonly tells: readonly unknown[];
}

const told = (members: Readonly<Record<string, unknown>> = {}) => ({
  origin: PAGE,
  isReferer: false,
  isRefused: false,
  method: "PUT",
  headers: undefined,
  credentials: undefined,
  ...members,
});

const CADDY = {
  level: "info",
  ts: 1764152400.5,
  logger: "http.log.access.log0",
  msg: "handled request",
  request: {
    remote_ip: "127.0.0.1",
    proto: "HTTP/2.0",
    method: "OPTIONS",
    host: "api.example.com",
    uri: "/v1",
    headers: {
      Origin: [PAGE],
      "Access-Control-Request-Method": ["PUT"],
      "Access-Control-Request-Headers": ["content-type,x-trace"],
      Cookie: ["REDACTED"],
    },
  },
  status: 204,
  resp_headers: { "Access-Control-Allow-Origin": ["*"], Origin: ["https://not-this.example"] },
};

const TAIL = {
  outcome: "ok",
  scriptName: "api",
  exceptions: [],
  logs: [{ message: ["something", 7], level: "log", timestamp: 1 }],
  event: {
    request: {
      url: "https://api.example.com/v1",
      method: "PUT",
      headers: { host: "api.example.com", origin: PAGE, cookie: "REDACTED" },
      cf: { country: "DE" },
    },
    response: { status: 200 },
  },
};

const VERDICT = { kind: "actual", origin: PAGE, reason: "origin-allowed", method: "PUT" };
const AGENT = `"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36"`;
const COMBINED = `203.0.113.9 - - [26/Nov/2026:10:00:00 +0000] "PUT /v1 HTTP/1.1" 200 5`;
const COLUMNS =
  "#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-host-header";

const SPELLINGS: readonly Spelling[] = [
  { name: "a verdict", lines: [j(VERDICT)], tells: [told()] },
  {
    name: "a verdict of a preflight that asks for nothing",
    lines: [j({ ...VERDICT, kind: "preflight", headers: null, cookie: false })],
    tells: [told({ headers: [], credentials: false })],
  },
  {
    name: "a verdict that the gate refused",
    lines: [j({ ...VERDICT, reason: "method-not-allowed" })],
    tells: [told({ isRefused: true })],
  },
  {
    name: "the server's own page",
    lines: [j({ ...VERDICT, reason: "same-origin" })],
    tells: ["own"],
  },
  { name: "no page", lines: [j({ kind: "none", origin: null, reason: "no-origin" })], tells: [] },
  {
    name: "nginx, combined with the origin added",
    lines: [`${COMBINED} "${PAGE}/" ${AGENT} "${PAGE}"`],
    tells: [told()],
  },
  {
    name: "nginx, the origin without quotes, before the referer",
    lines: [`${COMBINED} ${PAGE} "https://other.example/" ${AGENT}`],
    tells: [told()],
  },
  {
    name: "nginx, the origin behind its name",
    lines: [`${COMBINED} "-" ${AGENT} origin="${PAGE}" rt=0.003`],
    tells: [told()],
  },
  {
    name: "nginx, no origin behind its name",
    lines: [`${COMBINED} "${PAGE}/" ${AGENT} origin=-`],
    tells: [],
  },
  {
    name: "an agent that names an address is no page",
    lines: [`${COMBINED} "-" "Mozilla/5.0 https://bot.example +https://bot.example/help" "-"`],
    tells: [],
  },
  {
    name: "quotes that a stranger sent, escaped by nginx and by Apache",
    lines: [`${COMBINED} "-" "x\\x22 \\"https://evil.example\\" y" "${PAGE}"`],
    tells: [told()],
  },
  {
    name: "nginx, the page's address alone",
    lines: [`${COMBINED} "${PAGE}/cart?x=1" ${AGENT}`],
    tells: [told({ isReferer: true })],
  },
  {
    name: "nginx, an opaque origin",
    lines: [`${COMBINED} "-" ${AGENT} "null"`],
    tells: [told({ origin: "null" })],
  },
  {
    name: "nginx, as JSON",
    lines: [
      j({
        request: "OPTIONS /v1 HTTP/1.1",
        request_method: "OPTIONS",
        http_origin: PAGE,
        http_referer: "",
        http_cookie: "",
        http_access_control_request_method: "PUT",
        http_access_control_request_headers: "Content-Type, X-Trace",
      }),
    ],
    tells: [told({ headers: ["content-type", "x-trace"], credentials: false })],
  },
  {
    name: "nginx, as JSON, without an origin",
    lines: [j({ request_method: "GET", http_origin: "", http_referer: `${PAGE}/` })],
    tells: [],
  },
  {
    name: "Caddy",
    lines: [j(CADDY)],
    tells: [told({ headers: ["content-type", "x-trace"], credentials: true })],
  },
  {
    name: "Caddy, which has taken the cookies away",
    lines: [j({ request: { method: "PUT", headers: { Origin: [PAGE], Cookie: [] } } })],
    tells: [told({ headers: [], credentials: true })],
  },
  {
    name: "Caddy on a console",
    lines: [`2026/11/26 10:00:00.5\tINFO\thttp.log.access\thandled request\t${j(CADDY)}`],
    tells: [told({ headers: ["content-type", "x-trace"], credentials: true })],
  },
  {
    name: "Caddy, its own page",
    lines: [j({ ...CADDY, request: { ...CADDY.request, host: "app.example.com" } })],
    tells: ["own"],
  },
  {
    name: "Caddy, without an origin",
    lines: [j({ request: { method: "GET", headers: { Referer: [`${PAGE}/`] } } })],
    tells: [],
  },
  {
    name: "CloudFront, real time, all headers in one field",
    lines: [
      `1764152400.1\t203.0.113.9\tPUT\thttps\tapi.example.com\t/v1\t${encodeURI(
        `Host:api.example.com\nOrigin:${PAGE}\nAccept:*/*\n`,
      )}\tHost%0AOrigin%0AAccept%0A`,
    ],
    tells: [told({ headers: [], credentials: false })],
  },
  {
    name: "CloudFront, real time, everything escaped",
    lines: [
      `1764152400.1\tPUT\t${encodeURIComponent(`Host:api.example.com\nOrigin:${PAGE}\nCookie:a=1\n`)}`,
    ],
    tells: [told({ headers: [], credentials: true })],
  },
  {
    name: "CloudFront, standard",
    lines: [
      "#Version: 1.0",
      COLUMNS,
      `2026-11-26\t10:00:00\tFRA56-P1\t500\t203.0.113.9\tPUT\td111.cloudfront.net\t/v1\t200\t${PAGE}/cart\tMozilla/5.0%20(X11)\t-\t-\tapi.example.com`,
    ],
    tells: [told({ isReferer: true, credentials: false })],
  },
  {
    name: "CloudFront, standard, its own page",
    lines: [
      "#Fields: cs-method cs(Host) cs(Referer) x-host-header",
      `PUT\td111.cloudfront.net\t${PAGE}/cart\tapp.example.com`,
    ],
    tells: ["own"],
  },
  {
    name: "a page of the host that was asked, behind a proxy that writes its port",
    lines: [j({ method: "POST", host: "app.example.com:443", http_origin: PAGE })],
    tells: ["own"],
  },
  {
    name: "a page of another port of that host",
    lines: [j({ method: "PUT", host: "app.example.com:8443", http_origin: PAGE })],
    tells: [told()],
  },
  {
    name: "CloudFront, standard, without its head",
    lines: [
      `2026-11-26\t10:00:00\tFRA56-P1\t500\t203.0.113.9\tPUT\td111.cloudfront.net\t/v1\t200\t${PAGE}/\tcurl\t-\t-`,
    ],
    tells: [told({ isReferer: true, credentials: false })],
  },
  {
    name: "CloudFront, as JSON",
    lines: [
      j({ "cs-method": "PUT", "cs(Referer)": `${PAGE}/`, "x-host-header": "api.example.com" }),
    ],
    tells: [told({ isReferer: true })],
  },
  {
    name: "a W3C log with a column for the origin",
    lines: ["#Fields: time cs-method cs(Origin) sc-status", `10:00:00 PUT ${PAGE} 200`],
    tells: [told()],
  },
  {
    name: "Workers, as wrangler tail writes it",
    lines: [j(TAIL)],
    tells: [told({ headers: [], credentials: true })],
  },
  {
    name: "Workers, trace events of a Logpush job, with verdicts in their messages",
    lines: [
      j({
        Event: { RayID: "8", Request: { URL: "https://api.example.com/v1", Method: "PUT" } },
        Logs: [
          { Level: "log", Message: ["hello"], TimestampMs: 1 },
          { Level: "log", Message: [j(VERDICT)], TimestampMs: 2 },
          { Level: "log", Message: [j({ ...VERDICT, method: "PATCH" })], TimestampMs: 3 },
        ],
        Outcome: "ok",
      }),
    ],
    tells: [told(), told({ method: "PATCH" })],
  },
  {
    name: "Workers Logs, which have read the verdict",
    lines: [
      j({
        $metadata: { service: "api", origin: "fetch", trigger: "PUT /v1" },
        $workers: { event: { request: { url: "https://api.example.com/v1", method: "PUT" } } },
        source: VERDICT,
      }),
    ],
    tells: [told()],
  },
  {
    name: "Workers Logs, of a request without a page",
    lines: [j({ $metadata: { service: "api", origin: "fetch", trigger: "PUT /v1" } })],
    tells: [],
  },
  {
    name: "Cloudflare's HTTP requests",
    lines: [
      j({
        ClientRequestHost: "api.example.com",
        ClientRequestMethod: "PUT",
        ClientRequestReferer: `${PAGE}/cart`,
        RequestHeaders: { origin: PAGE },
      }),
    ],
    tells: [told({ headers: [], credentials: false })],
  },
  {
    name: "a web application firewall, headers as a list",
    lines: [j({ httpRequest: { httpMethod: "PUT", headers: [{ name: "origin", value: PAGE }] } })],
    tells: [told({ headers: [], credentials: false })],
  },
  {
    name: "pino",
    lines: [j({ level: 30, req: { method: "PUT", headers: { origin: PAGE } } })],
    tells: [told({ headers: [], credentials: false })],
  },
  {
    name: "Traefik",
    lines: [j({ RequestMethod: "PUT", request_Origin: PAGE, downstream_Vary: "Origin" })],
    tells: [told()],
  },
  {
    name: "OpenTelemetry",
    lines: [
      j({ attributes: { "http.request.method": "PUT", "http.request.header.origin": [PAGE] } }),
    ],
    tells: [told()],
  },
  {
    name: "HAProxy, a captured header",
    lines: [
      `203.0.113.9:5 [26/Nov/2026:10:00:00.5] in api/a 0/0/1/2/3 200 5 - - ---- 1/1/0/0/0 0/0 {${PAGE}|Mozilla/5.0} {} "PUT /v1 HTTP/1.1"`,
    ],
    tells: [told()],
  },
  {
    name: "labels between tabs",
    lines: [`time:10:00:00\tmethod:PUT\torigin:${PAGE}\tua:Mozilla/5.0 (X11)`],
    tells: [told()],
  },
  {
    name: "a container's log around an access log",
    lines: [j({ log: `${COMBINED} "-" ${AGENT} "${PAGE}"\n`, stream: "stdout" })],
    tells: [told()],
  },
  {
    name: "a journal in front of a verdict",
    lines: [`Nov 26 10:00:00 host api[7]: ${j(VERDICT)}`],
    tells: [told()],
  },
  { name: "a list on one line", lines: [`[${j(VERDICT)},${j(VERDICT)}]`], tells: [told(), told()] },
  { name: "one of a list", lines: [`${j(VERDICT)},`], tells: [told()] },
  { name: "half a line", lines: [j(VERDICT).slice(0, -5)], tells: [] },
  {
    name: "values that are no objects",
    lines: [`[null, 1, "origin"]`, "null", "origin"],
    tells: [],
  },
];

it.each(["[ ", '"', '\\" ', "{ ", "origin=", "%0A:\t", "https://", "[{", "}", "origin=}", ",;"])(
  "a mebibyte of %j is read in one pass",
  // A pass for each piece takes many minutes, and is over this time on any machine.
  { timeout: 60_000 },
  (piece) => {
    const line = `"null" ${piece.repeat(1_048_576 / piece.length)}`;
    const told = new RecordReader().read(line);
    expect(told.length).toBeLessThanOrEqual(1);
  },
);

describe("one request, as each server writes it down", () => {
  it.each(SPELLINGS)("$name", ({ lines, tells }) => {
    const reader = new RecordReader();
    const last = lines.map((line) => reader.read(line)).at(-1);
    expect(last).toEqual(tells);
  });
});
