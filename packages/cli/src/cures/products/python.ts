import type { Product } from "../product.ts";
import { lines, list } from "../text.ts";
import { isTwofold, type Wanted } from "../wanted.ts";
import { maxAge } from "./headers.ts";

/** The origins of a Python list, or the wildcard. */
function originsOf(wanted: Wanted): string {
  return wanted.everyone && !wanted.credentials ? '["*"]' : list(wanted.origins);
}

function flaskCode(wanted: Wanted): string {
  const open = { ...wanted, credentials: isTwofold(wanted) ? false : wanted.credentials };
  const call = lines(
    "CORS(",
    "    app,",
    `    origins=${originsOf(open)},`,
    `    methods=${list(wanted.methods)},`,
    // Without a list it allows the headers that are asked for.
    !wanted.anyHeader && `    allow_headers=${list(wanted.headers)},`,
    wanted.expose.length > 0 && `    expose_headers=${list(wanted.expose)},`,
    open.credentials && "    supports_credentials=True,",
    `    max_age=${maxAge},`,
    ")",
  );
  return isTwofold(wanted) ? `${flaskNames(wanted)}\n\n${call}` : call;
}

/** Runs after Flask-CORS, since it is registered before. */
function flaskNames({ origins }: Wanted): string {
  return lines(
    "from flask import request",
    "",
    "@app.after_request",
    "def allow_credentials(response):",
    '    origin = request.headers.get("Origin")',
    `    if origin in ${list(origins)}:`,
    '        response.headers["Access-Control-Allow-Origin"] = origin',
    '        response.headers["Access-Control-Allow-Credentials"] = "true"',
    '    response.vary.add("Origin")',
    "    return response",
  );
}

export const flask: Product = {
  name: "flask",
  title: "Flask with Flask-CORS",
  audience: "server",
  docs: "https://flask-cors.readthedocs.io/",
  proven: true,
  coversFailures: true,
  signs: [{ in: "server", pattern: /werkzeug/i, sure: 3 }],
  allow: (wanted) => ({
    edit: wanted.isSet ? "change" : "add",
    where:
      "Once, after app is made, instead of the present CORS(app) and of headers set by hand; from flask_cors import CORS:",
    language: "python",
    code: flaskCode(wanted),
  }),
};

export const fastapi: Product = {
  name: "fastapi",
  title: "FastAPI and Starlette",
  audience: "server",
  docs: "https://fastapi.tiangolo.com/tutorial/cors/",
  proven: true,
  signs: [
    { in: "body", pattern: /^Disallowed CORS (?:origin|method|headers)/, sure: 3 },
    { in: "server", pattern: /^(?:uvicorn|hypercorn)/i, sure: 3 },
    { in: "body", pattern: /^\{"detail":"(?:Not Found|Method Not Allowed)"\}$/, sure: 2 },
  ],
  allow: (wanted) =>
    isTwofold(wanted)
      ? undefined
      : {
          edit: wanted.isSet ? "change" : "add",
          where:
            "After app is made and behind the other add_middleware() calls, so that it is the outermost, instead of the present CORSMiddleware; from starlette.middleware.cors import CORSMiddleware:",
          language: "python",
          code: lines(
            "app.add_middleware(",
            "    CORSMiddleware,",
            `    allow_origins=${originsOf(wanted)},`,
            `    allow_methods=${list(wanted.methods)},`,
            `    allow_headers=${wanted.anyHeader ? '["*"]' : list(wanted.headers)},`,
            wanted.expose.length > 0 && `    expose_headers=${list(wanted.expose)},`,
            wanted.credentials && "    allow_credentials=True,",
            `    max_age=${maxAge},`,
            ")",
          ),
        },
};

export const django: Product = {
  name: "django",
  title: "Django with django-cors-headers",
  audience: "server",
  docs: "https://github.com/adamchainz/django-cors-headers",
  proven: true,
  coversFailures: true,
  signs: [
    { in: "server", pattern: /^WSGIServer\//, sure: 3 },
    { in: "set-cookie", pattern: /^csrftoken=/, sure: 3 },
    {
      in: "access-control-allow-headers",
      pattern: /^accept, authorization, content-type, user-agent, x-csrftoken, x-requested-with/,
      sure: 3,
    },
    {
      in: "body",
      pattern:
        /<p>The requested resource was not found on this server\.<\/p>|CSRF verification failed/,
      sure: 2,
    },
  ],
  allow: (wanted) =>
    isTwofold(wanted)
      ? undefined
      : {
          edit: wanted.isSet ? "change" : "add",
          where: "At the end of settings.py, instead of its other CORS_ settings:",
          language: "python",
          code: lines(
            "from corsheaders.defaults import default_headers",
            "",
            'INSTALLED_APPS = [*(app for app in INSTALLED_APPS if app != "corsheaders"), "corsheaders"]',
            'CORS_MIDDLEWARE = "corsheaders.middleware.CorsMiddleware"',
            "MIDDLEWARE = [CORS_MIDDLEWARE, *(each for each in MIDDLEWARE if each != CORS_MIDDLEWARE)]",
            `CORS_ALLOW_ALL_ORIGINS = ${wanted.everyone ? "True" : "False"}`,
            !wanted.everyone && `CORS_ALLOWED_ORIGINS = ${list(wanted.origins)}`,
            `CORS_ALLOW_METHODS = ${list(wanted.methods)}`,
            `CORS_ALLOW_HEADERS = [*default_headers${wanted.headers.map((name) => `, ${JSON.stringify(name)}`).join("")}]`,
            wanted.expose.length > 0 && `CORS_EXPOSE_HEADERS = ${list(wanted.expose)}`,
            wanted.credentials && "CORS_ALLOW_CREDENTIALS = True",
            `CORS_PREFLIGHT_MAX_AGE = ${maxAge}`,
          ),
        },
};

function aiohttpOptions(wanted: Wanted, credentials: boolean): string {
  return lines(
    "aiohttp_cors.ResourceOptions(",
    credentials && "            allow_credentials=True,",
    wanted.expose.length > 0 && `            expose_headers=${list(wanted.expose)},`,
    `            allow_headers=${wanted.anyHeader ? '"*"' : list(wanted.headers)},`,
    `            allow_methods=${list(wanted.methods)},`,
    `            max_age=${maxAge},`,
    "        ),",
  );
}

export const aiohttp: Product = {
  name: "aiohttp",
  title: "aiohttp with aiohttp-cors",
  audience: "server",
  docs: "https://github.com/aio-libs/aiohttp-cors",
  proven: true,
  signs: [
    { in: "server", pattern: /aiohttp\//, sure: 3 },
    { in: "body", pattern: /^CORS preflight request failed:/, sure: 3 },
  ],
  allow: (wanted) => ({
    edit: wanted.isSet ? "change" : "add",
    where:
      "After all routes are added and before web.run_app(), instead of the present aiohttp_cors.setup(); import aiohttp_cors:",
    language: "python",
    code: lines(
      "cors = aiohttp_cors.setup(",
      "    app,",
      "    defaults={",
      ...(wanted.everyone && !wanted.credentials ? [] : wanted.origins).map(
        (origin) =>
          `        ${JSON.stringify(origin)}: ${aiohttpOptions(wanted, wanted.credentials)}`,
      ),
      wanted.everyone && `        "*": ${aiohttpOptions(wanted, false)}`,
      "    },",
      ")",
      "for route in list(app.router.routes()):",
      "    cors.add(route)",
    ),
  }),
};
