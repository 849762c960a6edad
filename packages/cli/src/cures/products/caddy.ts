import type { Product } from "../product.ts";
import { folded, lines } from "../text.ts";
import type { Wanted } from "../wanted.ts";
import { exposeOnly, preflightOnly } from "./headers.ts";

/**
 * Once now, for the errors that Caddy makes itself, and once when the response leaves, for those
 * behind it.
 */
function caddyCode(wanted: Wanted): string {
  const isOpen = wanted.everyone && !wanted.credentials;
  const values = [
    `Access-Control-Allow-Origin ${isOpen ? "*" : "{http.request.header.Origin}"}`,
    ...(wanted.credentials ? ['Access-Control-Allow-Credentials "true"'] : []),
    ...exposeOnly(wanted).map(([name, value]) => `${name} "${value}"`),
  ];
  const target = isOpen ? "" : "@cors_named ";
  const deferred = [
    `header ${target}{`,
    ...values.map((value) => `    ${value}`),
    "    defer",
    "}",
  ];
  const matcher = [
    "@cors_named {",
    ...wanted.origins.map((origin) => `    header Origin ${origin}`),
    "}",
  ];
  return lines(
    ...(isOpen ? [] : matcher),
    "@cors_preflight {",
    "    method OPTIONS",
    "    header Access-Control-Request-Method *",
    "}",
    ...(isOpen ? [] : ["header +Vary Origin"]),
    ...(isOpen ? [] : othersOf(wanted)),
    ...values.map((value) => `header ${target}${value}`),
    ...deferred,
    ...preflightOnly(wanted).map(([name, value]) =>
      folded([`header @cors_preflight ${name}`, `"${value}"`], " \\"),
    ),
    "respond @cors_preflight 204",
  );
}

/** Who is not named reads without credentials, if everyone may. */
function othersOf({ everyone, origins }: Wanted): readonly string[] {
  if (!everyone) return [];
  return [
    "@cors_others {",
    ...origins.map((origin) => `    not header Origin ${origin}`),
    "}",
    "header @cors_others Access-Control-Allow-Origin *",
  ];
}

export const caddy: Product = {
  name: "caddy",
  title: "Caddy",
  audience: "proxy",
  docs: "https://caddyserver.com/docs/caddyfile/directives/header",
  proven: true,
  replaces: true,
  coversFailures: true,
  signs: [{ in: "server", pattern: /^Caddy/, sure: 3 }],
  allow: (wanted) => ({
    edit: wanted.isSet ? "change" : "add",
    where: "In the site's block of the Caddyfile, instead of its header lines of CORS:",
    language: "caddy",
    code: caddyCode(wanted),
  }),
  enlarge: () => ({
    edit: "add",
    where: "In the site's block of the Caddyfile:",
    language: "caddy",
    code: "request_body {\n    max_size 10MB\n}",
  }),
};
