import { runProgram, runUpstream } from "./run.ts";
import type { Subject } from "./subject.ts";

const nginx: Subject = {
  product: "nginx",
  needs: "/usr/sbin/nginx",
  doubling: "add_header Access-Control-Allow-Origin $ORIGIN always;",
  async start(code = "", headers = {}) {
    const behind = await runUpstream(headers);
    const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    const configuration = `
      daemon off; pid $DIR/pid; error_log $DIR/error.log; worker_processes 1;
      events {}
      http {
        access_log off; ${paths.map((name) => `${name}_temp_path $DIR/${name};`).join(" ")}
        server {
          listen 127.0.0.1:$PORT;
          location / { ${code}\n proxy_pass http://127.0.0.1:${behind.port}; }
        }
      }`;
    const command = [
      "/usr/sbin/nginx",
      "-p",
      "$DIR",
      "-c",
      "$DIR/nginx.conf",
      "-e",
      "$DIR/error.log",
    ];
    return runProgram({ files: { "nginx.conf": configuration }, command, behind });
  },
};

const apache: Subject = {
  product: "apache",
  needs: "/usr/sbin/apache2",
  doubling: `Header always add Access-Control-Allow-Origin "$ORIGIN"`,
  async start(code = "", headers = {}) {
    const behind = await runUpstream(headers);
    const modules = [
      "mpm_event",
      "authz_core",
      "headers",
      "rewrite",
      "setenvif",
      "proxy",
      "proxy_http",
    ];
    const configuration = `
      ServerRoot "$DIR"
      ServerName localhost
      PidFile $DIR/pid
      ErrorLog $DIR/error.log
      Listen 127.0.0.1:$PORT
      ${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n")}
      <VirtualHost 127.0.0.1:$PORT>
        ProxyPass / http://127.0.0.1:${behind.port}/
        ${code}
      </VirtualHost>`;
    const command = ["/usr/sbin/apache2", "-D", "FOREGROUND", "-f", "$DIR/apache.conf"];
    return runProgram({ files: { "apache.conf": configuration }, command, behind });
  },
};

const haproxy: Subject = {
  product: "haproxy",
  needs: "/usr/sbin/haproxy",
  doubling: "http-response add-header Access-Control-Allow-Origin $ORIGIN",
  async start(code = "", headers = {}) {
    const behind = await runUpstream(headers);
    const configuration = `
defaults
  mode http
  timeout connect 5s
  timeout client 30s
  timeout server 30s
frontend front
  bind 127.0.0.1:$PORT
  ${code.replaceAll("\n", "\n  ")}
  default_backend back
backend back
  server one 127.0.0.1:${behind.port}
`;
    const command = ["/usr/sbin/haproxy", "-f", "$DIR/haproxy.cfg"];
    return runProgram({ files: { "haproxy.cfg": configuration }, command, behind });
  },
};

const caddy: Subject = {
  product: "caddy",
  needs: "/usr/bin/caddy",
  doubling: `header +Access-Control-Allow-Origin "$ORIGIN"`,
  async start(code = "", headers = {}) {
    const behind = await runUpstream(headers);
    const configuration = `{
  admin off
  auto_https off
  storage file_system $DIR/storage
}
http://127.0.0.1:$PORT {
  ${code.replaceAll("\n", "\n  ")}
  reverse_proxy 127.0.0.1:${behind.port}
}
`;
    const command = [
      "/usr/bin/caddy",
      "run",
      "--config",
      "$DIR/Caddyfile",
      "--adapter",
      "caddyfile",
    ];
    const env = {
      HOME: "/tmp",
      XDG_CONFIG_HOME: "/tmp/crossgate-caddy",
      XDG_DATA_HOME: "/tmp/crossgate-caddy",
    };
    return runProgram({ files: { Caddyfile: configuration }, command, env, behind });
  },
};

const lighttpd: Subject = {
  product: "lighttpd",
  needs: "/usr/sbin/lighttpd",
  doubling: `setenv.add-response-header = ( "Access-Control-Allow-Origin" => "$ORIGIN" )\nserver.modules += ( "mod_setenv" )`,
  async start(code = "", headers = {}) {
    const behind = await runUpstream(headers);
    const configuration = `
server.document-root = "$DIR"
server.bind = "127.0.0.1"
server.port = $PORT
server.errorlog = "$DIR/error.log"
server.modules = ( "mod_proxy" )
proxy.server = ( "" => ( ( "host" => "127.0.0.1", "port" => ${behind.port} ) ) )
${code}
`;
    const command = ["/usr/sbin/lighttpd", "-D", "-f", "$DIR/lighttpd.conf"];
    return runProgram({ files: { "lighttpd.conf": configuration }, command, behind });
  },
};

const varnish: Subject = {
  product: "varnish",
  needs: "/usr/sbin/varnishd",
  doubling: "",
  async start(code = "", headers = {}) {
    const behind = await runUpstream(headers);
    const configuration = `vcl 4.1;
backend default { .host = "127.0.0.1"; .port = "${behind.port}"; }
${code}
sub vcl_recv { return (pass); }
`;
    const command = [
      "/usr/sbin/varnishd",
      "-F",
      "-f",
      "$DIR/default.vcl",
      "-a",
      "127.0.0.1:$PORT",
      "-n",
      "$DIR/work",
      "-s",
      "malloc,16m",
      "-j",
      "none",
    ];
    return runProgram({ files: { "default.vcl": configuration }, command, behind });
  },
};

const php: Subject = {
  product: "php",
  needs: "/usr/bin/php",
  start: (code = "") =>
    runProgram({
      files: {
        "data.php": `<?php
${code}
$path = parse_url($_SERVER["REQUEST_URI"], PHP_URL_PATH);
if ($path === "/moved") { header("Location: /data", true, 307); exit; }
if ($path === "/private" && !isset($_SERVER["HTTP_AUTHORIZATION"])) { http_response_code(401); exit; }
if ($path === "/broken") { throw new Exception("broken"); }
if ($path === "/missing" || $_SERVER["REQUEST_METHOD"] === "OPTIONS") { http_response_code(404); }
echo "data";
`,
      },
      command: ["/usr/bin/php", "-S", "127.0.0.1:$PORT", "$DIR/data.php"],
    }),
};

export const proxySubjects: readonly Subject[] = [
  nginx,
  apache,
  haproxy,
  caddy,
  lighttpd,
  varnish,
  php,
];
