import { status, acao, json, type ReportCase } from "./report-case.ts";

export const products: readonly ReportCase[] = [
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
    name: "Azure refuses the preflight of a blob",
    serve: status(
      403,
      {
        server: "Windows-Azure-Blob/1.0 Microsoft-HTTPAPI/2.0",
        "x-ms-error-code": "CorsPreflightFailure",
        "content-type": "application/xml",
      },
      "<Error><Code>CorsPreflightFailure</Code><Message>CORS not enabled or no matching rule found for this request.</Message></Error>",
    ),
    question: { method: "PUT", body: "x" },
    verdict: "blocked",
    cause: "options-refused",
    cure: { audience: "cloud", product: "azure-storage", snippet: /az storage cors add/ },
    never: /wants credentials|login/i,
  },
  {
    name: "MinIO refuses the preflight",
    serve: status(403, { server: "MinIO" }, "<Error><Code>AccessForbidden</Code></Error>"),
    question: { method: "PUT", body: "x" },
    verdict: "blocked",
    cause: "options-refused",
    cure: { audience: "server", product: "minio" },
    never: /wants credentials|login/i,
  },
  {
    name: "a signed URL of S3 that has expired",
    serve: status(
      403,
      { server: "AmazonS3", "content-type": "application/xml" },
      "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>",
    ),
    verdict: "blocked",
    cause: "forbidden",
    never: /wants credentials|login/i,
  },
  {
    name: "Express has no route for OPTIONS",
    serve: ({ method }, response, { page }) => {
      response.setHeader("x-powered-by", "Express");
      if (method === "OPTIONS") response.writeHead(404);
      else response.setHeader(acao, page);
      response.end("<pre>Cannot OPTIONS /data</pre>");
    },
    question: json,
    verdict: "blocked",
    cause: "options-unrouted",
    cure: { audience: "server", product: "express" },
  },
];
