import { behindPreflight, status, acao, json, preflight, type ReportCase } from "./report-case.ts";

export const failures: readonly ReportCase[] = [
  {
    name: "a handler throws behind a preflight that passed",
    serve: ({ method }, response, { page }) => {
      if (method === "OPTIONS") return preflight(response, page);
      response.setHeader("server", "uvicorn");
      response.statusCode = 500;
      response.end("Internal Server Error");
    },
    question: json,
    verdict: "blocked",
    cause: "handler-failed",
    cure: { audience: "server" },
    never: /CORSMiddleware/,
  },
  {
    name: "nginx without the server behind it",
    serve: (_, response) => {
      response.writeHead(502, { server: "nginx/1.22.1", "content-type": "text/html" });
      response.end(
        "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx/1.22.1</center></body></html>",
      );
    },
    verdict: "blocked",
    cause: "gateway-failed",
    cure: { audience: "proxy" },
    never: /add_header/,
  },
  {
    name: "a body that is too large",
    serve: ({ method }, response, { page }) => {
      if (method === "OPTIONS") return preflight(response, page);
      response.writeHead(413, { server: "nginx/1.22.1" });
      response.end();
    },
    question: json,
    verdict: "blocked",
    cause: "too-large",
    cure: { audience: "proxy", product: "nginx", snippet: /client_max_body_size/ },
  },
  {
    name: "a login in front of OPTIONS",
    serve: (_, response) => {
      response.writeHead(401, { "www-authenticate": "Bearer" });
      response.end('{"error":"missing token"}');
    },
    question: { headers: [["authorization", "Bearer abcdefghi"]] },
    verdict: "blocked",
    cause: "options-needs-login",
    never: /abcdefghi/,
  },
  {
    name: "a plain 403 is no login",
    serve: (_, response) => {
      response.writeHead(403, { "content-type": "application/json" });
      response.end('{"error":"Unknown client"}');
    },
    verdict: "blocked",
    cause: "forbidden",
    never: /login/i,
  },
  {
    name: "a 401",
    serve: (_, response) => void response.writeHead(401).end(),
    verdict: "blocked",
    cause: "login-required",
  },
  {
    name: "nothing at the address",
    serve: (_, response) => void response.writeHead(404).end("nope"),
    verdict: "blocked",
    cause: "not-found",
    cure: { audience: "page" },
  },
  {
    name: "a 404 that the page may read",
    serve: (_, response, { page }) =>
      void response.writeHead(404, { [acao]: page, vary: "Origin" }).end(),
    verdict: "readable",
    cause: null,
  },
  {
    name: "too many requests",
    serve: (_, response) => void response.writeHead(429, { "retry-after": "5" }).end(),
    verdict: "blocked",
    cause: "rate-limited",
  },
  {
    name: "an exception of Express on a GET",
    serve: status(
      500,
      { "x-powered-by": "Express", "content-type": "text/html" },
      "<pre>Error: boom</pre>",
    ),
    verdict: "blocked",
    cause: "handler-failed",
    cure: { audience: "server" },
  },
  {
    name: "an exception in the preflight alone",
    serve: ({ method }, response, { page }) => {
      response.statusCode = method === "OPTIONS" ? 500 : 200;
      if (method !== "OPTIONS") response.setHeader(acao, page);
      response.end();
    },
    question: json,
    verdict: "blocked",
    cause: "handler-failed",
  },
  {
    name: "Spring's 500 behind a preflight that passed",
    serve: behindPreflight(
      status(
        500,
        { "content-type": "application/json" },
        '{"timestamp":"2026-01-01","status":500,"error":"Internal Server Error","path":"/data"}',
      ),
    ),
    question: json,
    verdict: "blocked",
    cause: "handler-failed",
  },
  ...(
    [
      ["a platform without an application", 503, { server: "Cowboy" }],
      ["a load balancer's time-out", 504, { server: "awselb/2.0" }],
      ["a network in front without the origin", 522, { server: "cloudflare" }],
      ["a development server's proxy", 504, { "x-powered-by": "Express" }],
    ] as const
  ).flatMap(([name, code, headers]): readonly ReportCase[] =>
    [{}, json].map((question) => ({
      name: `${name}, ${question.method ?? "GET"}`,
      serve: status(code, headers, "no upstream"),
      question,
      verdict: "blocked",
      cause: "gateway-failed",
      cure: { audience: "proxy" },
      never: /add_header|app\.use\(cors/,
    })),
  ),
  {
    name: "a body that is too large for Express",
    serve: behindPreflight(status(413, { "x-powered-by": "Express" }, "PayloadTooLargeError")),
    question: json,
    verdict: "blocked",
    cause: "too-large",
    cure: { audience: "server", product: "express", snippet: /limit: "10mb"/ },
  },
  {
    name: "a preflight that is counted, and refused for it",
    serve: status(429, { "retry-after": "5" }),
    question: json,
    verdict: "blocked",
    cause: "options-refused",
    cure: { audience: "page" },
  },
  {
    name: "a login page with 200 in place of the data",
    serve: status(
      200,
      { "content-type": "text/html" },
      "<title>Sign in</title><input type='password'>",
    ),
    verdict: "blocked",
    cause: "login-required",
  },
  ...[400, 405, 406, 409, 415, 419, 422, 431].map((code): ReportCase => ({
    name: `a plain ${code} behind a preflight that passed`,
    serve: behindPreflight(status(code, {}, '{"error":"no"}')),
    question: json,
    verdict: "blocked",
    cause: "bad-request",
    never: /CORS is set up nowhere/,
  })),
  {
    name: "a firewall's 403 with its own words",
    serve: status(
      403,
      { server: "cloudflare", "content-type": "text/html" },
      "<title>Just a moment...</title>",
    ),
    verdict: "blocked",
    cause: "forbidden",
    never: /log ?in|sign ?in/i,
  },
];
