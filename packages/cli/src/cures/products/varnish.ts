import type { Product } from "../product.ts";
import { folded, lines } from "../text.ts";
import type { Wanted } from "../wanted.ts";
import { corsHeaders, exposeOnly, preflightOnly } from "./headers.ts";

function varnishCode(wanted: Wanted): string {
  const isOpen = wanted.everyone && !wanted.credentials;
  const named = wanted.origins
    .map((origin) => `req.http.Origin == "${origin}"`)
    .join(" ||\n        ");
  return lines(
    "sub cors {",
    ...corsHeaders.map((name) => `    unset resp.http.${name};`),
    wanted.everyone && '    set resp.http.Access-Control-Allow-Origin = "*";',
    !isOpen && `    if (${named}) {`,
    !isOpen && "        set resp.http.Access-Control-Allow-Origin = req.http.Origin;",
    wanted.credentials && '        set resp.http.Access-Control-Allow-Credentials = "true";',
    !isOpen && "    }",
    ...exposeOnly(wanted).map(([name, value]) => `    set resp.http.${name} = "${value}";`),
    "    if (req.http.Access-Control-Request-Method) {",
    ...preflightOnly(wanted).map(([name, value]) =>
      folded([`        set resp.http.${name} =`, `"${value}";`]),
    ),
    "    }",
    !isOpen && '    set resp.http.Vary = regsub(resp.http.Vary + ", Origin", "^, ", "");',
    "}",
    "",
    "sub vcl_recv {",
    '    if (req.method == "OPTIONS" && req.http.Access-Control-Request-Method) {',
    "        return (synth(204));",
    "    }",
    "}",
    "",
    "sub vcl_deliver { call cors; }",
    "",
    "sub vcl_synth {",
    "    call cors;",
    "    if (resp.status == 204) { return (deliver); }",
    "}",
  );
}

export const varnish: Product = {
  name: "varnish",
  title: "Varnish",
  audience: "proxy",
  docs: "https://varnish-cache.org/docs/7.1/reference/vcl.html",
  proven: true,
  replaces: true,
  coversFailures: true,
  signs: [
    { in: "x-varnish", pattern: /^\d/, sure: 3 },
    { in: "via", pattern: /varnish/i, sure: 3 },
  ],
  allow: (wanted) => ({
    edit: wanted.isSet ? "change" : "add",
    where:
      "In the VCL file, behind its backends and in front of its other subs, instead of its CORS lines:",
    language: "vcl",
    code: varnishCode(wanted),
  }),
};
