import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ask, type Asked } from "@crossgate/testkit/ask";
import { describe, expect, it, onTestFinished } from "vitest";
import { suggest } from "../src/suggest/suggest.ts";
import { hasProgram, runProgram } from "./program.ts";
import { freePort } from "@crossgate/testkit/free-port";

const PAGE = "https://app.example.com";

/** What a real server is told to write down, and what its log then tells. */
interface Logger {
  readonly name: string;
  readonly program: string;
  readonly configuration: (folder: string, port: number) => string;
  readonly flags: (file: string) => readonly string[];
  readonly policy: object;
}

/** nginx with a format for its access log. */
const nginx = (format: string) => (folder: string, port: number) => {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const paths = temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join("\n");
  return `
    daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
    events {}
    http {
      ${paths}
      log_format told ${format};
      access_log ${folder}/access.log told;
      server { listen 127.0.0.1:${port}; location / { return 200 "data"; } }
    }`;
};

const NGINX = {
  program: "/usr/sbin/nginx",
  flags: (file: string) => ["-e", "/dev/null", "-c", file],
} as const;

const TOLD_ALL = {
  origin: [PAGE],
  allowMethods: ["DELETE", "PUT"],
  allowHeaders: ["content-type", "x-trace"],
  credentials: true,
};

const LOGGERS: readonly Logger[] = [
  {
    ...NGINX,
    name: "nginx, combined with the origin behind it",
    configuration: nginx(
      `'$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent" "$http_origin"'`,
    ),
    policy: { origin: [PAGE], allowMethods: ["DELETE"] },
  },
  {
    ...NGINX,
    name: "nginx, JSON",
    configuration: nginx(
      `escape=json '{"method":"$request_method","http_origin":"$http_origin","http_cookie":"$http_cookie","http_referer":"$http_referer","agent":"$http_user_agent","http_access_control_request_method":"$http_access_control_request_method","http_access_control_request_headers":"$http_access_control_request_headers"}'`,
    ),
    policy: TOLD_ALL,
  },
  {
    name: "Caddy",
    program: "/usr/bin/caddy",
    configuration: (folder, port) => `{
      admin off
      storage file_system ${folder}/storage
    }
    http://127.0.0.1:${port} {
      log {
        output file ${folder}/access.log
      }
      respond "data"
    }`,
    flags: (file) => ["run", "--config", file, "--adapter", "caddyfile"],
    policy: TOLD_ALL,
  },
  {
    name: "Apache, combined with the origin behind it",
    program: "/usr/sbin/apache2",
    configuration: (folder, port) => `
      ServerRoot /usr/lib/apache2
      ServerName 127.0.0.1
      PidFile ${folder}/pid
      DefaultRuntimeDir ${folder}
      ErrorLog ${folder}/error.log
      Listen 127.0.0.1:${port}
      LoadModule mpm_event_module modules/mod_mpm_event.so
      LoadModule authz_core_module modules/mod_authz_core.so
      LoadModule alias_module modules/mod_alias.so
      RedirectMatch 404 ^/
      CustomLog ${folder}/access.log "%h %l %u %t \\"%r\\" %>s %b \\"%{Referer}i\\" \\"%{User-Agent}i\\" \\"%{Origin}i\\""
    `,
    flags: (file) => ["-X", "-f", file],
    policy: { origin: [PAGE], allowMethods: ["DELETE"] },
  },
];

/** An agent that a stranger has made up to be read as a page. */
const AGENT = `x" "https://evil.example" \\" https://evil.example`;
const JSON_HEADERS = "content-type,x-trace";
const REQUESTS: readonly Asked[] = [
  { method: "GET", path: "/", headers: { origin: PAGE, referer: `${PAGE}/`, cookie: "a=1" } },
  { method: "DELETE", path: "/", headers: { origin: PAGE, "user-agent": AGENT } },
  {
    method: "OPTIONS",
    path: "/",
    headers: {
      origin: PAGE,
      "access-control-request-method": "PUT",
      "access-control-request-headers": JSON_HEADERS,
    },
  },
  { method: "GET", path: "/", headers: { referer: "https://search.example/" } },
  { method: "GET", path: "/", headers: { referer: "https://evil.example/", "user-agent": AGENT } },
  { method: "GET", path: "/", headers: { origin: "null" } },
];

describe.each(LOGGERS)("M3: what $name writes down", (logger) => {
  it.runIf(hasProgram(logger.program, logger.name))("is read", async () => {
    const folder = mkdtempSync(join(tmpdir(), "crossgate-log-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const [port, file] = [await freePort(), join(folder, "configuration")];
    writeFileSync(file, logger.configuration(folder, port));
    const running = await runProgram([logger.program, ...logger.flags(file)], port);
    try {
      for (const request of REQUESTS) await ask(port, request);
    } finally {
      await running.stop();
    }
    const log = join(folder, "access.log");
    const { policy, allowed, denied } = await suggest({ log: createReadStream(log) });
    expect(policy, readFileSync(log, "utf8")).toEqual(logger.policy);
    expect(allowed.map(({ requests }) => requests)).toEqual([3]);
    expect(denied.map(({ origin }) => origin)).toEqual(["null"]);
  });
});
