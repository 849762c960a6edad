import type { Product } from "../product.ts";
import { folded, lines } from "../text.ts";
import type { Wanted } from "../wanted.ts";
import { corsHeaders, exposeOnly, type Header, preflightOnly } from "./headers.ts";

/**
 * Without `always` nginx leaves the headers off 4xx and 5xx. A block with its own `add_header`
 * inherits none, so both blocks name all. A header whose variable is empty is not sent.
 */
function codeOf(wanted: Wanted): string {
  const line = ([name, value]: Header): string =>
    folded([`    add_header ${name}`, `${JSON.stringify(value)} always;`]).replaceAll(
      /^ {4}/gm,
      "",
    );
  const isOpen = wanted.everyone && !wanted.credentials;
  const everywhere = [
    "add_header Access-Control-Allow-Origin $cors_origin always;",
    ...(wanted.credentials
      ? ["add_header Access-Control-Allow-Credentials $cors_credentials always;"]
      : []),
    ...(isOpen ? [] : ["add_header Vary Origin always;"]),
  ];
  const preflight = [...everywhere, ...preflightOnly(wanted).map(line)];
  return lines(
    `set $cors_origin ${wanted.everyone ? '"*"' : '""'};`,
    wanted.credentials && 'set $cors_credentials "";',
    ...(isOpen ? [] : wanted.origins.map((origin) => naming(origin, wanted))),
    ...corsHeaders.slice(0, 5).map((name) => wanted.isSet && `proxy_hide_header ${name};`),
    ...everywhere,
    ...exposeOnly(wanted).map(line),
    "if ($http_access_control_request_method) {",
    ...preflight.map((each) => each.replaceAll(/^/gm, "    ")),
    "    return 204;",
    "}",
  );
}

function naming(origin: string, { credentials }: Wanted): string {
  const more = credentials ? '    set $cors_credentials "true";\n' : "";
  return `if ($http_origin = "${origin}") {\n    set $cors_origin $http_origin;\n${more}}`;
}

export const nginx: Product = {
  name: "nginx",
  title: "nginx",
  audience: "proxy",
  docs: "https://nginx.org/en/docs/http/ngx_http_headers_module.html",
  proven: true,
  coversFailures: true,
  replaces: true,
  signs: [
    { in: "server", pattern: /^(?:nginx|openresty)/i, sure: 3 },
    { in: "body", pattern: /<center>(?:nginx|openresty)/, sure: 3 },
  ],
  allow: (wanted) => ({
    edit: wanted.isSet ? "change" : "add",
    where: "Inside the location, instead of its add_header lines of CORS:",
    language: "nginx",
    code: codeOf(wanted),
  }),
  enlarge: () => ({
    edit: "add",
    where: "Inside the http, server or location block:",
    language: "nginx",
    code: "client_max_body_size 10m;",
  }),
};
