import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Question } from "../src/index.ts";

/** A report that someone wrote, rebuilt: a server, a page's request, and what is to be said. */
export interface ReportCase {
  readonly name: string;
  /** Answers under `/data`; `at` is the server's own origin. */
  readonly serve: (
    request: IncomingMessage,
    response: ServerResponse,
    at: { readonly origin: string; readonly page: string },
  ) => void;
  readonly question?: Partial<Question>;
  readonly verdict: string;
  readonly cause: string | null;
  /** What the best cure is: who, and of which product. */
  readonly cure?: {
    readonly audience: string;
    readonly product?: string;
    readonly snippet?: RegExp;
  };
  /** What must stand nowhere in the report. */
  readonly never?: RegExp;
}

const acao = "access-control-allow-origin";
const json: Partial<Question> = {
  method: "POST",
  headers: [["content-type", "application/json"]],
  body: "{}",
};

function preflight(
  response: ServerResponse,
  page: string,
  more: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(204, {
    [acao]: page,
    "access-control-allow-methods": "GET, POST, PUT, DELETE",
    "access-control-allow-headers": "content-type",
    vary: "Origin",
    ...more,
  });
  response.end();
}

export const reportCases: readonly ReportCase[] = [
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
    name: "a slash redirect on the preflight",
    serve: (_, response, { origin }) => {
      response.writeHead(308, {
        location: `${origin}/data/`,
        server: "Werkzeug/2.2.2 Python/3.11.2",
      });
      response.end();
    },
    question: json,
    verdict: "blocked",
    cause: "redirect-slash",
    cure: { audience: "page", snippet: /\/data\// },
    never: /CORS\(\s*app/,
  },
  {
    name: "a slash redirect without headers on a GET",
    serve: ({ url }, response, { page }) => {
      if (url === "/data") {
        response.writeHead(301, { location: "/data/" });
      } else {
        response.setHeader(acao, page);
      }
      response.end();
    },
    verdict: "blocked",
    cause: "redirect-slash",
    cure: { audience: "page" },
  },
  {
    name: "http: to https: at the proxy",
    serve: (_, response, { origin }) => {
      response.writeHead(301, {
        location: `${origin.replace("http:", "https:")}/data`,
        server: "nginx",
      });
      response.end("<html><center>nginx</center></html>");
    },
    verdict: "blocked",
    cause: "redirect-https",
    cure: { audience: "page", snippet: /https:/ },
    never: /add_header/,
  },
  {
    name: "S3 refuses the preflight",
    serve: (_, response) => {
      response.writeHead(403, { server: "AmazonS3", "content-type": "application/xml" });
      response.end(
        `<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessForbidden</Code><Message>CORSResponse: This CORS request is not allowed.</Message></Error>`,
      );
    },
    question: { method: "PUT", body: "x" },
    verdict: "blocked",
    cause: "options-refused",
    cure: { audience: "cloud", product: "s3", snippet: /"AllowedMethods"/ },
    never: /wants credentials|login/i,
  },
  {
    name: "a GET answered by a redirect to a login on another host",
    serve: ({ url, headers }, response) => {
      if (url?.startsWith("/data")) {
        response.writeHead(302, {
          location: `http://login.localhost:${headers.host?.split(":")[1]}/oauth2/authorize?client_id=x`,
        });
        response.end();
        return;
      }
      response.setHeader("content-type", "text/html");
      response.end('<title>Sign in</title><form><input type="password"></form>');
    },
    question: { credentials: "include" },
    verdict: "blocked",
    cause: "redirect-login",
    never: /origin: \["null"\]|"null"/,
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
    name: "the page sets an answer's header on its request",
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
    name: "a redirect to a login with the origin null",
    serve: ({ url, headers }, response, { page, origin }) => {
      if (url === "/data") {
        response.writeHead(302, {
          location: `http://login.localhost:${origin.split(":").at(-1)}/login`,
          [acao]: page,
          "access-control-allow-credentials": "true",
        });
      } else {
        response.setHeader(acao, headers.origin === "null" ? page : (headers.origin ?? "*"));
      }
      response.end();
    },
    question: { credentials: "include" },
    verdict: "blocked",
    cause: "redirect-login",
    never: /\["null"\]|Allow-Origin: null/,
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
    name: "a Crossgate that refuses the preflight",
    serve: (_, response) => {
      response.writeHead(403, {
        "cache-control": "no-store",
        vary: "Origin",
        "content-type": "text/plain;charset=UTF-8",
      });
      response.end("Forbidden by the CORS policy\n");
    },
    question: json,
    verdict: "blocked",
    cause: "options-refused",
    cure: { audience: "server", product: "crossgate", snippet: /createCors/ },
    never: /login|5 seconds/,
  },
  {
    name: "Starlette is not Flask",
    serve: ({ method }, response) => {
      if (method === "OPTIONS") {
        response.writeHead(400, {
          server: "uvicorn",
          "content-type": "text/plain; charset=utf-8",
          "access-control-allow-methods": "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT",
        });
        response.end("Disallowed CORS origin");
        return;
      }
      response.end();
    },
    question: json,
    verdict: "blocked",
    cause: "options-refused",
    cure: { audience: "server", product: "fastapi", snippet: /CORSMiddleware/ },
  },
  {
    name: "Koa is not Hono",
    serve: ({ method, url }, response) => {
      if (method === "OPTIONS") {
        response.writeHead(204, {
          [acao]: "https://other.example",
          vary: "Origin",
          "access-control-allow-methods": "GET,HEAD,PUT,POST,DELETE,PATCH",
        });
        response.end();
        return;
      }
      response.writeHead(url === "/data" ? 200 : 404, {
        "content-type": "text/plain; charset=utf-8",
      });
      response.end(url === "/data" ? "data" : "Not Found");
    },
    question: json,
    verdict: "blocked",
    cause: "acao-mismatch",
    cure: { audience: "server", product: "koa" },
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
    name: "no headers at all",
    serve: (_, response) => void response.end("data"),
    verdict: "blocked",
    cause: "acao-missing",
    cure: { audience: "server", product: "unknown" },
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
];

/** A case as a listener of node:http. */
export function listenerOf({ serve }: ReportCase, page: string): RequestListener {
  return (request, response) => {
    const origin = `http://${request.headers.host}`;
    serve(request, response, { origin, page });
  };
}
