import type { Product } from "../product.ts";
import { escapeExpression, folded, lines } from "../text.ts";
import type { Wanted } from "../wanted.ts";
import { corsHeaders, exposeOnly, preflightOnly } from "./headers.ts";

const onPreflight = `"expr=-n req('Access-Control-Request-Method')"`;

/** Apache keeps two tables of headers; one that both have is sent twice, so one is emptied. */
function apacheCode(wanted: Wanted): string {
  const isOpen = wanted.everyone && !wanted.credentials;
  const names = wanted.origins.map(
    (origin) => `SetEnvIf Origin "^${escapeExpression(origin)}$" CORS_ORIGIN=$0`,
  );
  return lines(
    ...(isOpen ? [] : names),
    ...corsHeaders.slice(0, 5).map((name) => `Header onsuccess unset ${name}`),
    wanted.everyone && 'Header always set Access-Control-Allow-Origin "*"',
    !isOpen &&
      'Header always set Access-Control-Allow-Origin "%{CORS_ORIGIN}e" \\\n  env=CORS_ORIGIN',
    wanted.credentials &&
      'Header always set Access-Control-Allow-Credentials "true" \\\n  env=CORS_ORIGIN',
    ...exposeOnly(wanted).map(([name, value]) => `Header always set ${name} "${value}"`),
    !isOpen && 'Header always merge Vary "Origin"',
    ...preflightOnly(wanted).map(([name, value]) =>
      folded(["Header always set", name, `"${value}"`, onPreflight], " \\"),
    ),
    "RewriteEngine On",
    "RewriteCond %{REQUEST_METHOD} =OPTIONS",
    'RewriteCond %{HTTP:Access-Control-Request-Method} !=""',
    "RewriteRule ^ - [R=204,L]",
  );
}

export const apache: Product = {
  name: "apache",
  title: "Apache HTTP Server",
  audience: "proxy",
  docs: "https://httpd.apache.org/docs/2.4/mod/mod_headers.html",
  proven: true,
  replaces: true,
  coversFailures: true,
  signs: [
    { in: "server", pattern: /^Apache(?:\/|$)/, sure: 3 },
    { in: "body", pattern: /<address>Apache/, sure: 3 },
  ],
  allow: (wanted) => ({
    edit: wanted.isSet ? "change" : "add",
    where:
      "In the <VirtualHost>, or in .htaccess, instead of its Header lines of CORS; a2enmod headers rewrite setenvif:",
    language: "apache",
    code: apacheCode(wanted),
  }),
  enlarge: () => ({
    edit: "add",
    where: "In the <VirtualHost>:",
    language: "apache",
    code: "LimitRequestBody 10485760",
  }),
};
