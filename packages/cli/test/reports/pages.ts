import { json, behindPreflight, status, acao, preflight, type ReportCase } from "./report-case.ts";

export const pages: readonly ReportCase[] = [
  {
    name: "the page sets a response's header on its request",
    serve: ({ method }, response, { page }) => {
      if (method === "OPTIONS") return preflight(response, page);
      response.setHeader(acao, page);
      response.end();
    },
    question: { headers: [["Access-Control-Allow-Origin", "*"]] },
    verdict: "blocked",
    cause: "response-header-in-request",
    cure: { audience: "page" },
    never: /Allow-Headers: .*access-control-allow-origin/i,
  },
  {
    name: "an https: page asks this machine",
    serve: (_, response) => {
      response.setHeader(acao, "*");
      response.end();
    },
    question: { origin: "https://app.example.com" },
    verdict: "depends",
    cause: "local-network-access",
    cure: { audience: "visitor" },
  },
  {
    name: "an http: page asks this machine",
    serve: (_, response) => {
      response.setHeader(acao, "*");
      response.end();
    },
    question: { origin: "http://app.example.com" },
    verdict: "blocked",
    cause: "local-network-access",
    cure: { audience: "page" },
  },
  {
    name: "a page opened from a file",
    serve: (_, response) => void response.end("data"),
    question: { origin: "file:///home/ann/index.html" },
    verdict: "blocked",
    cause: "page-is-a-file",
    cure: { audience: "page" },
    never: /"null"\]|Allow-Origin: null/,
  },
  {
    name: "a sandboxed page",
    serve: (_, response) => void response.end("data"),
    question: { origin: "null" },
    verdict: "blocked",
    cause: "page-origin-opaque",
  },
  {
    name: "an upload with progress, and no route for OPTIONS",
    serve: ({ method }, response, { page }) => {
      response.setHeader(acao, page);
      response.statusCode = method === "OPTIONS" ? 405 : 200;
      response.end();
    },
    question: { as: "xhr", method: "POST", body: "x", uploadProgress: true },
    verdict: "blocked",
    cause: "options-unrouted",
  },
  {
    name: "method: patch",
    serve: (_, response, { page }) =>
      preflight(response, page, { "access-control-allow-methods": "GET, PUT, PATCH, DELETE" }),
    question: { method: "patch" },
    verdict: "blocked",
    cause: "method-case",
    cure: { audience: "page", snippet: /"PATCH"/ },
  },
  {
    name: "mode no-cors",
    serve: (_, response) => void response.end("data"),
    question: { mode: "no-cors" },
    verdict: "blocked",
    cause: "mode-no-cors",
    cure: { audience: "page" },
  },
  {
    name: "an image with a resource policy",
    serve: (_, response) => {
      response.setHeader("cross-origin-resource-policy", "same-origin");
      response.end();
    },
    question: { as: "image" },
    verdict: "blocked",
    cause: "resource-policy",
  },
  {
    name: "an image without a resource policy, on an isolated page",
    serve: status(200, { "content-type": "image/png" }, "data"),
    question: { as: "image", embedderPolicy: "require-corp" },
    verdict: "blocked",
    cause: "resource-policy",
    cure: { audience: "server", snippet: /Cross-Origin-Resource-Policy: cross-origin/ },
    says: /require-corp/,
    never: /this header refuses/,
  },
  {
    name: "the same with a resource policy",
    serve: status(200, { "cross-origin-resource-policy": "cross-origin" }, "data"),
    question: { as: "image", embedderPolicy: "require-corp" },
    verdict: "readable",
    cause: null,
  },
  {
    name: "the same on a page that leaves its cookies at home",
    serve: status(200, { "content-type": "image/png" }, "data"),
    question: { as: "image", embedderPolicy: "credentialless" },
    verdict: "readable",
    cause: null,
  },
  {
    name: "an image without CORS",
    serve: (_, response) => void response.end("data"),
    question: { as: "image" },
    verdict: "readable",
    cause: null,
  },
  {
    name: "a font without CORS",
    serve: (_, response) => void response.end("data"),
    question: { as: "font" },
    verdict: "blocked",
    cause: "acao-missing",
  },
  {
    name: "the page sends two headers of responses",
    serve: behindPreflight(({ url }, response, { page }) => {
      response.setHeader(acao, page);
      response.end(url);
    }),
    question: {
      headers: [
        ["Access-Control-Allow-Headers", "*"],
        ["content-type", "application/json"],
      ],
    },
    verdict: "blocked",
    cause: "response-header-in-request",
    cure: { audience: "page" },
    cured: true,
  },
  {
    name: "the page sends such a header, and the server has no CORS at all",
    serve: status(200),
    question: { headers: [["Access-Control-Allow-Origin", "*"]] },
    verdict: "blocked",
    cause: "response-header-in-request",
  },
  {
    name: "a method of WebDAV in small letters",
    serve: (_, response, { page }) =>
      preflight(response, page, { "access-control-allow-methods": "PROPFIND, GET" }),
    question: { method: "propfind" },
    verdict: "blocked",
    cause: "method-case",
    cure: { audience: "page", snippet: /"PROPFIND"/ },
    cured: true,
  },
  {
    name: "mode no-cors at a server that is open",
    serve: status(200, { [acao]: "*" }),
    question: { mode: "no-cors" },
    verdict: "blocked",
    cause: "mode-no-cors",
    cured: true,
  },
  {
    name: "an http: address of the visitor's own network",
    serve: status(200, { [acao]: "*" }),
    question: { origin: "https://app.example.com", url: "http://nas.local/data" },
    verdict: "depends",
    cause: "local-network-access",
    cure: { audience: "visitor" },
  },
  {
    name: "the same in Firefox",
    serve: status(200, { [acao]: "*" }),
    question: {
      origin: "https://app.example.com",
      url: "http://nas.local/data",
      profile: "firefox",
    },
    verdict: "blocked",
    cause: "mixed-content",
    cure: { audience: "page", snippet: /https:\/\/nas\.local/ },
  },
  {
    name: "an http: address of the internet",
    serve: status(200),
    question: { origin: "https://app.example.com", url: "http://api.example.com/data" },
    verdict: "blocked",
    cause: "mixed-content",
  },
  {
    name: "a socket that is asked by fetch",
    serve: status(200),
    question: { url: "ws://localhost/live" },
    verdict: "blocked",
    cause: "not-a-fetch",
    cure: { audience: "page", snippet: /new WebSocket/ },
  },
  {
    name: "a socket whose address begins with http",
    serve: status(404),
    question: { as: "websocket" },
    verdict: "blocked",
    cause: "not-found",
    never: /Access-Control-Allow-Origin: http/,
  },
  {
    name: "a beacon with a JSON Blob",
    serve: status(200),
    question: { as: "beacon", ...json },
    verdict: "blocked",
    cause: "acao-missing",
  },
  {
    name: "a beacon with a text",
    serve: status(200),
    question: { as: "beacon", method: "POST", body: "x" },
    verdict: "readable",
    cause: null,
  },
  {
    name: "data that needs no server",
    serve: status(500),
    question: { url: "data:text/plain,hello" },
    verdict: "readable",
    cause: null,
  },
  ...[
    ["image", "readable"],
    ["media", "readable"],
    ["font", "blocked"],
    ["module", "blocked"],
    ["eventsource", "blocked"],
    ["xhr", "blocked"],
  ].map(([as, verdict]): ReportCase => ({
    name: `what an ${as} needs of a server without CORS`,
    serve: status(200, { "content-type": "image/png" }, "data"),
    question: { as: as as "image" },
    verdict: verdict ?? "",
    cause: verdict === "blocked" ? "acao-missing" : null,
  })),
];
