import { status, json, acao, type ReportCase } from "./report-case.ts";

export const layers: readonly ReportCase[] = [
  {
    name: "a proxy adds a second Access-Control-Allow-Origin",
    serve: (_, response, { page }) => {
      response.setHeader("server", "nginx/1.22.1");
      response.setHeader(acao, [page, page]);
      response.end("data");
    },
    verdict: "blocked",
    cause: "header-twice",
    cure: {
      audience: "proxy",
      product: "nginx",
      snippet: /proxy_hide_header Access-Control-Allow-Origin/,
    },
  },
  {
    name: "one line lists two origins",
    serve: (_, response, { page }) => {
      response.setHeader(acao, `${page}, https://other.example`);
      response.end();
    },
    verdict: "blocked",
    cause: "header-list",
    never: /two layers/i,
  },
  {
    name: "the bucket sends the headers only to those who send Origin, and an image has filled the cache",
    serve: ({ headers }, response, { page }) => {
      response.setHeader("cache-control", "max-age=3600");
      response.setHeader("server", "AmazonS3");
      if (headers.origin !== undefined) {
        response.setHeader(acao, page);
        response.setHeader("vary", "Origin");
      }
      response.end("data");
    },
    verdict: "depends",
    cause: "cache-without-origin",
  },
  {
    name: "the compressed answer has no headers",
    serve: ({ headers }, response, { page }) => {
      response.setHeader("vary", "Origin, Accept-Encoding");
      if (headers["accept-encoding"]?.includes("gzip"))
        response.setHeader("content-encoding", "gzip");
      else response.setHeader(acao, page);
      response.end();
    },
    verdict: "blocked",
    cause: "encoding-without-cors",
  },
  {
    name: "a session cookie without SameSite=None",
    serve: (_, response, { page }) => {
      response.setHeader(acao, page);
      response.setHeader("access-control-allow-credentials", "true");
      response.setHeader("vary", "Origin");
      response.setHeader("set-cookie", "session=abc; Path=/; HttpOnly");
      response.end();
    },
    question: { origin: "http://page.localhost:3000", credentials: "include" },
    verdict: "depends",
    cause: "cookie-not-kept",
    never: /abc/,
  },
  {
    name: "* with credentials at Kestrel",
    serve: (_, response) => {
      response.writeHead(200, { server: "Kestrel", [acao]: "*" });
      response.end();
    },
    question: { credentials: "include" },
    verdict: "blocked",
    cause: "acao-wildcard-credentials",
  },
  {
    name: "no headers at all",
    serve: (_, response) => void response.end("data"),
    verdict: "blocked",
    cause: "acao-missing",
    cure: { audience: "server", product: "unknown" },
  },
  ...(
    [
      ["Apache/2.4.57 (Debian)", "apache"],
      ["Caddy", "caddy"],
      ["lighttpd/1.4.69", "lighttpd"],
    ] as const
  ).map(([server, product]): ReportCase => ({
    name: `a second line behind ${product}`,
    serve: (_, response, { page }) => {
      response.setHeader("server", server);
      response.setHeader(acao, ["*", page]);
      response.end();
    },
    verdict: "blocked",
    cause: "header-twice",
    cure: { audience: "proxy", product },
  })),
  {
    name: "a second line where only the application is known",
    serve: status(200, { "x-powered-by": "Express", [acao]: ["*", "*"] }),
    verdict: "blocked",
    cause: "header-twice",
    // One more line of the same layer would not take the other one away.
    cure: { audience: "server", product: "unknown" },
    never: /app\.use\(cors/,
  },
  {
    name: "a second line on the preflight alone",
    serve: ({ method }, response, { page }) => {
      response.setHeader(acao, method === "OPTIONS" ? [page, page] : page);
      response.end();
    },
    question: json,
    verdict: "blocked",
    cause: "header-twice",
  },
  {
    name: "one line that a network joined of two",
    serve: (_, response, { page }) => {
      response.setHeader(acao, `${page}, ${page}`);
      response.end();
    },
    verdict: "blocked",
    cause: "header-list",
    cured: true,
    never: /two layers/i,
  },
  {
    name: "a file that a cache may keep by its date",
    serve: ({ headers }, response, { page }) => {
      response.setHeader("last-modified", "Mon, 01 Jan 2024 00:00:00 GMT");
      if (headers.origin !== undefined) response.setHeader(acao, page);
      response.end("data");
    },
    verdict: "depends",
    cause: "cache-without-origin",
  },
  {
    name: "the same with Vary on every response",
    serve: ({ headers }, response, { page }) => {
      response.setHeader("last-modified", "Mon, 01 Jan 2024 00:00:00 GMT");
      response.setHeader("vary", "Accept-Encoding, Origin");
      if (headers.origin !== undefined) response.setHeader(acao, page);
      response.end("data");
    },
    verdict: "readable",
    cause: null,
  },
  {
    name: "a preflight without the header that the GET has",
    serve: ({ method }, response, { page }) => {
      if (method !== "OPTIONS") response.setHeader(acao, page);
      response.end();
    },
    question: json,
    verdict: "blocked",
    cause: "acao-missing",
    cured: true,
    says: /to OPTIONS.*to GET has the header/,
  },
  {
    name: "a header with a letter missing",
    serve: status(200, { "access-control-allow-orgin": "*" }),
    verdict: "blocked",
    cause: "acao-missing",
    cured: true,
    says: /access-control-allow-orgin/,
  },
  {
    name: "methods in small letters",
    serve: (_, response, { page }) => {
      response.setHeader(acao, page);
      response.setHeader("access-control-allow-methods", "get, put");
      response.end();
    },
    question: { method: "PUT", body: "x" },
    verdict: "blocked",
    cause: "method-not-allowed",
    cured: true,
    says: /'put'.*letter by letter/,
  },
  ...(
    ["http://localhost:3000/", '"http://localhost:3000"', "http://localhost", "null", ""] as const
  ).map((value): ReportCase => ({
    name: `the value '${value}' of a hand`,
    serve: status(200, { [acao]: value }),
    verdict: "blocked",
    cause:
      value === "http://localhost:3000/"
        ? "acao-not-serialized"
        : /^(?:"|$)/.test(value)
          ? "acao-invalid"
          : "acao-mismatch",
    cured: true,
  })),
  {
    name: "* with credentials, at a server that no one knows",
    serve: status(200, { [acao]: "*", "access-control-allow-credentials": "true" }),
    question: { credentials: "include" },
    verdict: "blocked",
    cause: "acao-wildcard-credentials",
    cured: true,
  },
];
