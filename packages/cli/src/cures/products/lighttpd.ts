import type { Product } from "../product.ts";
import { lines } from "../text.ts";
import type { Wanted } from "../wanted.ts";
import { exposeOnly, preflightOnly } from "./headers.ts";

function lighttpdCode(wanted: Wanted): string {
  const isOpen = wanted.everyone && !wanted.credentials;
  const pairs = (origin: string, credentials: boolean): readonly string[] =>
    [
      ["Access-Control-Allow-Origin", origin] as const,
      ...(credentials ? [["Access-Control-Allow-Credentials", "true"] as const] : []),
      ...exposeOnly(wanted),
      ...preflightOnly(wanted),
    ].map(([name, value]) => `    "${name}" => "${value}",`);
  const blocks = wanted.origins.flatMap((origin, index) => [
    `${index === 0 ? "" : "else "}$REQUEST_HEADER["Origin"] == "${origin}" {`,
    "  setenv.set-response-header = (",
    ...pairs(origin, wanted.credentials),
    "  )",
    "}",
  ]);
  return lines(
    'server.modules += ( "mod_setenv", "mod_webdav" )',
    ...(isOpen ? ["setenv.set-response-header = (", ...pairs("*", false), ")"] : blocks),
    ...(wanted.everyone && !isOpen
      ? ["else {", "  setenv.set-response-header = (", ...pairs("*", false), "  )", "}"]
      : []),
    ...(isOpen ? [] : ['setenv.add-response-header = ( "Vary" => "Origin" )']),
    // Nothing else of lighttpd answers OPTIONS for a path that is handed on.
    '$HTTP["request-method"] == "OPTIONS" {',
    "  proxy.server = ()",
    "  fastcgi.server = ()",
    '  webdav.activate = "enable"',
    "}",
  );
}

export const lighttpd: Product = {
  name: "lighttpd",
  title: "lighttpd",
  audience: "proxy",
  docs: "https://redmine.lighttpd.net/projects/lighttpd/wiki/Mod_setenv",
  proven: true,
  replaces: true,
  signs: [{ in: "server", pattern: /^lighttpd/, sure: 3 }],
  allow: (wanted) => ({
    edit: wanted.isSet ? "change" : "add",
    where:
      "At the end of lighttpd.conf, instead of its setenv lines of CORS; apt install lighttpd-mod-webdav, which answers OPTIONS here and nothing else:",
    language: "lighttpd",
    code: lighttpdCode(wanted),
  }),
};
