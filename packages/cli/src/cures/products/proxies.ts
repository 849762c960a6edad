import type { Product, Snippet } from "../product.ts";
import { escapeExpression, lines } from "../text.ts";
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
    !isOpen && 'Header always set Access-Control-Allow-Origin "%{CORS_ORIGIN}e" env=CORS_ORIGIN',
    wanted.credentials &&
      'Header always set Access-Control-Allow-Credentials "true" env=CORS_ORIGIN',
    ...exposeOnly(wanted).map(([name, value]) => `Header always set ${name} "${value}"`),
    !isOpen && 'Header always merge Vary "Origin"',
    ...preflightOnly(wanted).map(
      ([name, value]) => `Header always set ${name} "${value}" ${onPreflight}`,
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

function haproxyCode(wanted: Wanted): string {
  const isNamed = `{ var(txn.cors_origin) -m str ${wanted.origins.join(" ")} }`;
  const asks = "{ var(txn.cors_asks) -m found }";
  const isOpen = wanted.everyone && !wanted.credentials;
  return lines(
    "http-request set-var(txn.cors_origin) req.hdr(Origin)",
    "http-request set-var(txn.cors_asks) req.hdr(Access-Control-Request-Method)",
    "http-request return status 204 if METH_OPTIONS { req.hdr(Access-Control-Request-Method) -m found }",
    ...corsHeaders.slice(0, 5).map((name) => `http-after-response del-header ${name}`),
    wanted.everyone && "http-after-response set-header Access-Control-Allow-Origin *",
    !isOpen &&
      `http-after-response set-header Access-Control-Allow-Origin %[var(txn.cors_origin)] if ${isNamed}`,
    wanted.credentials &&
      `http-after-response set-header Access-Control-Allow-Credentials true if ${isNamed}`,
    ...exposeOnly(wanted).map(
      ([name, value]) => `http-after-response set-header ${name} "${value}"`,
    ),
    ...preflightOnly(wanted).map(
      ([name, value]) => `http-after-response set-header ${name} "${value}" if ${asks}`,
    ),
    !isOpen && "http-after-response add-header Vary Origin",
  );
}

export const haproxy: Product = {
  name: "haproxy",
  title: "HAProxy",
  audience: "proxy",
  docs: "https://docs.haproxy.org/2.6/configuration.html#4.2-http-after-response",
  proven: true,
  coversFailures: true,
  signs: [{ in: "body", pattern: /^<html><body><h1>\d{3} [^<]+<\/h1>\n/, sure: 3 }],
  allow: (wanted) => ({
    edit: wanted.isSet ? "change" : "add",
    where: "In the frontend, instead of its CORS lines:",
    language: "haproxy",
    code: haproxyCode(wanted),
  }),
};

/** Once now, for the errors that Caddy makes itself, and once when the answer leaves, for those behind it. */
function caddyCode(wanted: Wanted): string {
  const isOpen = wanted.everyone && !wanted.credentials;
  const values = [
    `Access-Control-Allow-Origin ${isOpen ? "*" : "{http.request.header.Origin}"}`,
    ...(wanted.credentials ? ['Access-Control-Allow-Credentials "true"'] : []),
    ...exposeOnly(wanted).map(([name, value]) => `${name} "${value}"`),
  ];
  const target = isOpen ? "" : "@cors_named ";
  const block = (more: readonly string[]): readonly string[] => [
    `header ${target}{`,
    ...[...values, ...more].map((value) => `    ${value}`),
    "}",
  ];
  const matcher = [
    "@cors_named {",
    ...wanted.origins.map((origin) => `    header Origin ${origin}`),
    "}",
  ];
  const others = wanted.everyone
    ? [
        "@cors_others {",
        ...wanted.origins.map((origin) => `    not header Origin ${origin}`),
        "}",
        "header @cors_others Access-Control-Allow-Origin *",
      ]
    : [];
  return lines(
    ...(isOpen ? [] : matcher),
    "@cors_preflight {",
    "    method OPTIONS",
    "    header Access-Control-Request-Method *",
    "}",
    ...(isOpen ? [] : ["header +Vary Origin"]),
    ...(isOpen ? [] : others),
    ...block([]),
    ...block(["defer"]),
    "header @cors_preflight {",
    ...preflightOnly(wanted).map(([name, value]) => `    ${name} "${value}"`),
    "}",
    "respond @cors_preflight 204",
  );
}

export const caddy: Product = {
  name: "caddy",
  title: "Caddy",
  audience: "proxy",
  docs: "https://caddyserver.com/docs/caddyfile/directives/header",
  proven: true,
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
  signs: [{ in: "server", pattern: /^lighttpd/, sure: 3 }],
  allow: (wanted) => ({
    edit: wanted.isSet ? "change" : "add",
    where:
      "At the end of lighttpd.conf, instead of its setenv lines of CORS; apt install lighttpd-mod-webdav, which answers OPTIONS here and nothing else:",
    language: "lighttpd",
    code: lighttpdCode(wanted),
  }),
};

function varnishCode(wanted: Wanted): string {
  const isOpen = wanted.everyone && !wanted.credentials;
  const named = wanted.origins.map((origin) => `req.http.Origin == "${origin}"`).join(" || ");
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
    ...preflightOnly(wanted).map(([name, value]) => `        set resp.http.${name} = "${value}";`),
    "    }",
    !isOpen && "    if (resp.http.Vary) {",
    !isOpen && '        set resp.http.Vary = resp.http.Vary + ", Origin";',
    !isOpen && "    } else {",
    !isOpen && '        set resp.http.Vary = "Origin";',
    !isOpen && "    }",
    "}",
    "",
    "sub vcl_recv {",
    '    if (req.method == "OPTIONS" && req.http.Access-Control-Request-Method) {',
    "        return (synth(204));",
    "    }",
    "}",
    "",
    "sub vcl_deliver {",
    "    call cors;",
    "}",
    "",
    "sub vcl_synth {",
    "    call cors;",
    "    if (resp.status == 204) {",
    "        return (deliver);",
    "    }",
    "}",
  );
}

export const varnish: Product = {
  name: "varnish",
  title: "Varnish",
  audience: "proxy",
  docs: "https://varnish-cache.org/docs/7.1/reference/vcl.html",
  proven: true,
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

export const php: Product = {
  name: "php",
  title: "PHP",
  audience: "server",
  docs: "https://www.php.net/manual/function.header.php",
  proven: true,
  signs: [
    { in: "x-powered-by", pattern: /^PHP\//, sure: 3 },
    { in: "set-cookie", pattern: /^PHPSESSID=/, sure: 3 },
  ],
  allow: phpSnippet,
};

function phpSnippet(wanted: Wanted): Snippet {
  const isOpen = wanted.everyone && !wanted.credentials;
  const origins = wanted.origins.map((origin) => JSON.stringify(origin)).join(", ");
  return {
    edit: wanted.isSet ? "change" : "add",
    where: "First in the PHP file, right behind <?php, instead of its header() lines of CORS:",
    language: "php",
    code: lines(
      wanted.everyone && 'header("Access-Control-Allow-Origin: *");',
      !isOpen && '$origin = $_SERVER["HTTP_ORIGIN"] ?? "";',
      !isOpen && `if (in_array($origin, [${origins}], true)) {`,
      !isOpen && '    header("Access-Control-Allow-Origin: $origin");',
      wanted.credentials && '    header("Access-Control-Allow-Credentials: true");',
      !isOpen && "}",
      !isOpen && 'header("Vary: Origin", false);',
      ...exposeOnly(wanted).map(([name, value]) => `header("${name}: ${value}");`),
      'if (isset($_SERVER["HTTP_ACCESS_CONTROL_REQUEST_METHOD"])) {',
      ...preflightOnly(wanted).map(([name, value]) => `    header("${name}: ${value}");`),
      "    http_response_code(204);",
      "    exit;",
      "}",
    ),
  };
}

export const tomcat: Product = {
  name: "tomcat",
  title: "Tomcat's CorsFilter",
  audience: "server",
  docs: "https://tomcat.apache.org/tomcat-10.1-doc/config/filter.html#CORS_Filter",
  proven: true,
  signs: [
    { in: "body", pattern: /Apache Tomcat/, sure: 3 },
    { in: "server", pattern: /^Apache-Coyote|^Apache Tomcat/, sure: 3 },
  ],
  allow: (wanted) => {
    const isOpen = wanted.everyone && !wanted.credentials;
    if (wanted.everyone && !isOpen) return undefined;
    const param = (name: string, value: string): string =>
      `  <init-param><param-name>cors.${name}</param-name><param-value>${value}</param-value></init-param>`;
    const standard = ["Accept", "Content-Type", "Authorization", "X-Requested-With"];
    const headers = [
      ...standard,
      ...wanted.headers.filter((name) => !standard.some((each) => each.toLowerCase() === name)),
    ];
    return {
      edit: wanted.isSet ? "change" : "add",
      where:
        "In WEB-INF/web.xml or conf/web.xml, in front of every other filter, instead of the present CorsFilter:",
      language: "xml",
      code: lines(
        "<filter>",
        "  <filter-name>CorsFilter</filter-name>",
        "  <filter-class>org.apache.catalina.filters.CorsFilter</filter-class>",
        param("allowed.origins", isOpen ? "*" : wanted.origins.join(",")),
        param("allowed.methods", [...wanted.methods, "OPTIONS"].join(",")),
        param(
          "allowed.headers",
          [
            ...headers,
            "Origin",
            "Access-Control-Request-Method",
            "Access-Control-Request-Headers",
          ].join(","),
        ),
        wanted.expose.length > 0 && param("exposed.headers", wanted.expose.join(",")),
        param("support.credentials", String(wanted.credentials)),
        param("preflight.maxage", "600"),
        "</filter>",
        "<filter-mapping>",
        "  <filter-name>CorsFilter</filter-name>",
        "  <url-pattern>/*</url-pattern>",
        "</filter-mapping>",
      ),
    };
  },
};
