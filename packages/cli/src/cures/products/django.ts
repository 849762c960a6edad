import type { Product } from "../product.ts";
import { lines, list } from "../text.ts";
import { isTwofold } from "../wanted.ts";
import { maxAge } from "./headers.ts";

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
            'INSTALLED_APPS = [*(app for app in INSTALLED_APPS if app != "corsheaders")]',
            'INSTALLED_APPS.append("corsheaders")',
            'CORS = "corsheaders.middleware.CorsMiddleware"',
            "MIDDLEWARE = [CORS, *(each for each in MIDDLEWARE if each != CORS)]",
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
