import type { RequestListener } from "node:http";
import {
  flaskCors,
  nginx,
  runCrossgate,
  runExpress,
  runFlask,
  runHeaders,
  runHono,
  runNginx,
} from "./servers.ts";
import { type Running, runListener } from "./running.ts";

/** A server that blocks a page, and the same server with the printed snippet in it. */
export interface ExplainCase {
  readonly name: string;
  readonly server: string;
  /** A program of the system without which there is no such server. */
  readonly needs?: string;
  readonly init: {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly credentials?: RequestCredentials;
    readonly body?: string;
  };
  readonly chromium: string;
  readonly broken: (origin: string) => Promise<Running>;
  readonly mended: (snippet: string) => Promise<Running>;
}

const json = { "content-type": "application/json" };
const putWithCookies = {
  method: "PUT",
  headers: json,
  credentials: "include",
  body: "{}",
} as const;
const redirectPreflights = `app.use((request, response, next) => {
  if (request.method === "OPTIONS") response.redirect("/login");
  else next();
});`;

/** Wants a token before anything else, and a preflight has none. */
const guarded: RequestListener = (request, response) => {
  if (!response.hasHeader("access-control-allow-origin")) {
    response.setHeader("access-control-allow-origin", "*");
  }
  response.statusCode = request.headers.authorization === undefined ? 401 : 200;
  response.end();
};

export const explainCases: readonly ExplainCase[] = [
  {
    name: "Express with cors() and credentials",
    server: "express",
    init: putWithCookies,
    chromium: "PreflightWildcardOriginNotAllowed",
    broken: () => runExpress("app.use(cors());"),
    mended: (snippet) => runExpress(snippet),
  },
  {
    name: "Express with three headers by hand",
    server: "express",
    init: { method: "POST", headers: json, body: "{}" },
    chromium: "PreflightAllowOriginMismatch",
    broken: (origin) =>
      runExpress(`app.use((request, response, next) => {
        response.set("Access-Control-Allow-Origin", "${origin}/");
        response.set("Access-Control-Allow-Methods", "GET, POST");
        response.set("Access-Control-Allow-Headers", "Content-Type");
        next();
      });`),
    mended: (snippet) => runExpress(snippet),
  },
  {
    name: "Express that redirects OPTIONS to a login",
    server: "express",
    init: { method: "DELETE" },
    chromium: "PreflightDisallowedRedirect",
    broken: () => runExpress("", redirectPreflights),
    // The redirect stays: the snippet's place, in front of it, is what mends.
    mended: (snippet) => runExpress(snippet, redirectPreflights),
  },
  {
    name: "Flask-CORS for another origin",
    server: "flask",
    needs: flaskCors,
    init: { method: "DELETE", headers: { "x-trace": "1" } },
    chromium: "PreflightMissingAllowOriginHeader",
    broken: () => runFlask(`CORS(app, origins=["https://other.example"])`),
    mended: (snippet) => runFlask(snippet),
  },
  {
    name: "nginx whose add_header lacks always, on a 404",
    server: "nginx",
    needs: nginx,
    init: {},
    chromium: "MissingAllowOriginHeader",
    broken: () => runNginx("add_header Access-Control-Allow-Origin $http_origin;", 404),
    mended: (snippet) => runNginx(snippet, 404),
  },
  {
    name: "nginx that knows no preflight",
    server: "nginx",
    needs: nginx,
    init: putWithCookies,
    chromium: "PreflightWildcardOriginNotAllowed",
    broken: () => runNginx("add_header Access-Control-Allow-Origin *;"),
    mended: (snippet) => runNginx(snippet),
  },
  {
    name: "hono/cors with * and credentials",
    server: "hono",
    init: putWithCookies,
    chromium: "PreflightWildcardOriginNotAllowed",
    broken: () => runHono(`app.use("*", cors({ origin: "*", credentials: true }));`),
    mended: (snippet) => runHono(snippet),
  },
  {
    name: "a server that answers 401 to OPTIONS",
    server: "unknown",
    init: { headers: { authorization: "Bearer abc" } },
    chromium: "PreflightInvalidStatus",
    broken: () => runListener(guarded),
    // The guard stays behind the preflight's response.
    mended: (snippet) => runHeaders(snippet, guarded),
  },
  {
    name: "Crossgate for another origin",
    server: "crossgate",
    init: putWithCookies,
    chromium: "PreflightMissingAllowOriginHeader",
    broken: () => runCrossgate(`createCors({ origin: "https://other.example" })`),
    mended: (snippet) => runCrossgate(snippet),
  },
];
