import type { Product } from "../product.ts";
import { jsObject, lines, list, listed } from "../text.ts";
import { isTwofold, type Wanted } from "../wanted.ts";
import { expressArgument, expressOptions } from "./express.ts";
import { exposeOnly, maxAge, preflightOnly } from "./headers.ts";
import { crossgateOptions } from "./crossgate.ts";

/** An expression that gives the value of Access-Control-Allow-Origin, or what stands for none. */
function originOf(header: string, wanted: Wanted, none: string): string {
  if (wanted.everyone && !wanted.credentials) return '"*"';
  return `${list(wanted.origins)}.includes(${header}) ? ${header} : ${wanted.everyone ? '"*"' : none}`;
}

export const koa: Product = {
  name: "koa",
  title: "Koa with @koa/cors",
  audience: "server",
  docs: "https://github.com/koajs/cors",
  proven: true,
  coversFailures: true,
  // What Koa answers by itself is plain text whose charset it writes in small letters.
  signs: [
    {
      in: "text",
      pattern: /^utf-8 (?:Not Found|Internal Server Error|Method Not Allowed)$/,
      sure: 2,
    },
    { in: "access-control-allow-methods", pattern: /^GET,HEAD,PUT,POST,DELETE,PATCH$/, sure: 2 },
  ],
  allow: (wanted) => ({
    edit: wanted.isSet ? "change" : "add",
    where:
      'In front of every other app.use(), instead of the present cors(); import cors from "@koa/cors":',
    language: "js",
    code: lines(
      "app.use(cors({",
      `  origin: (context) => ${originOf('context.get("Origin")', wanted, '""')},`,
      `  allowMethods: ${list(wanted.methods)},`,
      !wanted.anyHeader && `  allowHeaders: ${list(wanted.headers)},`,
      wanted.expose.length > 0 && `  exposeHeaders: ${list(wanted.expose)},`,
      wanted.credentials &&
        (isTwofold(wanted)
          ? `  credentials: (context) => ${list(wanted.origins)}.includes(context.get("Origin")),`
          : "  credentials: true,"),
      `  maxAge: ${maxAge},`,
      "  keepHeadersOnError: true,",
      "}));",
    ),
  }),
};

export const fastify: Product = {
  name: "fastify",
  title: "Fastify with @fastify/cors",
  audience: "server",
  docs: "https://github.com/fastify/fastify-cors",
  proven: true,
  coversFailures: true,
  signs: [
    { in: "body", pattern: /"message":"Route [A-Z]+:[^"]* not found"/, sure: 3 },
    {
      in: "body",
      pattern: /^\{"statusCode":\d{3},("code":"[^"]*",)?"error":"[^"]*","message":"[^"]*"\}$/,
      sure: 1,
    },
  ],
  allow: (wanted) => ({
    edit: wanted.isSet ? "change" : "add",
    where:
      'In front of every route and hook, instead of the present registration; import cors from "@fastify/cors":',
    language: "js",
    code: isTwofold(wanted)
      ? `await app.register(cors, {\n  hook: "onRequest",\n  delegator: ${expressArgument(wanted).replaceAll("\n", "\n  ")},\n});`
      : `await app.register(cors, ${jsObject(expressOptions(wanted))});`,
  }),
};

export const hapi: Product = {
  name: "hapi",
  title: "hapi",
  audience: "server",
  docs: "https://hapi.dev/api/#-routeoptionscors",
  proven: true,
  coversFailures: true,
  signs: [
    { in: "body", pattern: /^\{"statusCode":\d{3},"error":"[^"]*","message":"[^"]*"\}$/, sure: 2 },
  ],
  allow: (wanted) =>
    isTwofold(wanted)
      ? undefined
      : {
          edit: wanted.isSet ? "change" : "add",
          where: "In the options of Hapi.server(), as its member routes:",
          language: "js",
          code: `routes: {\n  cors: ${jsObject(
            {
              origin: wanted.everyone ? ["*"] : wanted.origins,
              additionalHeaders: listed(wanted.headers),
              additionalExposedHeaders: listed(wanted.expose),
              credentials: wanted.credentials || undefined,
              maxAge,
            },
            "  ",
          )},\n}`,
        },
};

export const node: Product = {
  name: "node",
  title: "node:http",
  audience: "server",
  docs: "https://nodejs.org/api/http.html",
  proven: true,
  signs: [],
  allow: (wanted) => {
    const header = ([name, value]: readonly [string, string]): string =>
      `response.setHeader(${JSON.stringify(name)}, ${JSON.stringify(value)});`;
    return {
      edit: wanted.isSet ? "change" : "add",
      where:
        "First in the listener (request, response) => {…}, instead of the present CORS headers:",
      language: "js",
      code: lines(
        wanted.credentials &&
          `const isNamed = ${list(wanted.origins)}.includes(request.headers.origin);`,
        `const allowed = ${originOf("request.headers.origin", wanted, "undefined")};`,
        'response.setHeader("Vary", "Origin");',
        'if (allowed !== undefined) response.setHeader("Access-Control-Allow-Origin", allowed);',
        wanted.credentials &&
          'if (isNamed) response.setHeader("Access-Control-Allow-Credentials", "true");',
        ...exposeOnly(wanted).map(header),
        'if (request.method === "OPTIONS" && request.headers["access-control-request-method"]) {',
        ...preflightOnly(wanted).map((each) => `  ${header(each)}`),
        "  response.writeHead(204).end();",
        "  return;",
        "}",
      ),
    };
  },
};

export const elysia: Product = {
  name: "elysia",
  title: "Elysia with @elysiajs/cors",
  audience: "server",
  docs: "https://elysiajs.com/plugins/cors.html",
  proven: true,
  signs: [{ in: "body", pattern: /^(?:NOT_FOUND|INTERNAL_SERVER_ERROR)$/, sure: 3 }],
  allow: (wanted) =>
    isTwofold(wanted)
      ? undefined
      : {
          edit: wanted.isSet ? "change" : "add",
          where:
            'In front of every route, instead of the present cors(); import { cors } from "@elysiajs/cors":',
          language: "js",
          code: `app.use(cors(${jsObject({
            origin: wanted.everyone ? "*" : wanted.origins,
            methods: wanted.methods,
            allowedHeaders: wanted.anyHeader ? undefined : wanted.headers,
            exposeHeaders: wanted.expose,
            credentials: wanted.credentials,
            maxAge,
          })}));`,
        },
};

export const h3: Product = {
  name: "h3",
  title: "h3 and Nitro",
  audience: "server",
  docs: "https://h3.dev/utils/security",
  proven: true,
  signs: [
    {
      in: "body",
      pattern: /"statusCode":404,"statusMessage":"Cannot find any (?:route|path) matching/,
      sure: 3,
    },
    {
      in: "body",
      pattern:
        /^\{\s*"(?:status|statusCode)":\s*\d{3},\s*"(?:statusText|statusMessage|unhandled|message)":.*(?:"stack"|"unhandled"|"data")/s,
      sure: 1,
    },
    { in: "body", pattern: /"message":\s*"Cannot find any route matching/, sure: 3 },
  ],
  allow: (wanted) =>
    isTwofold(wanted)
      ? undefined
      : {
          edit: wanted.isSet ? "change" : "add",
          where: 'In front of every route and middleware; import { handleCors } from "h3":',
          language: "js",
          code: lines(
            "app.use((event) => {",
            `  const answer = handleCors(event, ${jsObject(
              {
                origin: wanted.everyone ? "*" : wanted.origins,
                methods: wanted.methods,
                allowHeaders: wanted.anyHeader ? "*" : wanted.headers,
                // Without a list it exposes all, which means nothing with credentials.
                exposeHeaders: wanted.expose,
                credentials: wanted.credentials || undefined,
                maxAge: String(maxAge),
              },
              "  ",
            )});`,
            "  if (answer !== false) return answer;",
            "});",
          ),
        },
};

export const next: Product = {
  name: "next",
  title: "Next.js",
  audience: "server",
  docs: "https://nextjs.org/docs/app/api-reference/file-conventions/proxy",
  proven: false,
  signs: [{ in: "x-powered-by", pattern: /^Next\.js/, sure: 3 }],
  allow: (wanted) =>
    isTwofold(wanted)
      ? undefined
      : {
          edit: wanted.isSet ? "change" : "add",
          where:
            "As proxy.ts beside the folder app, instead of CORS headers in next.config and in routes:",
          language: "js",
          code: lines(
            'import { corsProxy } from "@crossgate/next";',
            "",
            `export const proxy = corsProxy(${jsObject(crossgateOptions(wanted))});`,
            "",
            'export const config = { matcher: "/api/:path*" };',
          ),
        },
};

export const vite: Product = {
  name: "vite",
  title: "Vite",
  audience: "server",
  docs: "https://vite.dev/config/server-options.html#server-cors",
  proven: true,
  signs: [{ in: "body", pattern: /\/@vite\/client|Vite server/, sure: 3 }],
  allow: (wanted) =>
    isTwofold(wanted)
      ? undefined
      : {
          edit: wanted.isSet ? "change" : "add",
          where: "In defineConfig() of vite.config, as its member server:",
          language: "js",
          code: `server: {\n  cors: ${jsObject(expressOptions(wanted), "  ")},\n}`,
        },
};

export const webpack: Product = {
  name: "webpack-dev-server",
  title: "webpack-dev-server",
  audience: "server",
  docs: "https://webpack.js.org/configuration/dev-server/#devserversetupmiddlewares",
  proven: true,
  signs: [{ in: "body", pattern: /webpack-dev-server/, sure: 3 }],
  allow: (wanted) => ({
    edit: wanted.isSet ? "change" : "add",
    where: 'In webpack.config, as its member devServer; import cors from "cors":',
    language: "js",
    code: `devServer: {\n  setupMiddlewares: (middlewares) => [\n    { name: "cors", middleware: cors(${expressArgument(wanted).replaceAll("\n", "\n    ")}) },\n    ...middlewares,\n  ],\n}`,
  }),
};
