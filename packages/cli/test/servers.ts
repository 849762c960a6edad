import { getRequestListener } from "@hono/node-server";
import { createCors } from "@crossgate/core";
import cors from "cors";
import express from "express";
import { Hono } from "hono";
import { cors as honoCors } from "hono/cors";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProgram } from "./program.ts";
import { freePort } from "@crossgate/testkit/free-port";
import { type Running, runListener } from "./running.ts";

/** Runs server code as it was printed, with the names it uses. */
function execute(code: string, names: Readonly<Record<string, unknown>>): unknown {
  // oxlint-disable-next-line no-new-func, no-implied-eval, typescript/no-implied-eval -- a printed snippet is to be run as printed
  return new Function(...Object.keys(names), code)(...Object.values(names));
}

/** Express; `after` stands behind the CORS code: logins, redirects. */
export function runExpress(code: string, after = ""): Promise<Running> {
  const app = express();
  execute(code, { app, cors });
  execute(after, { app });
  app.all("/data", (_, response) => void response.send("data"));
  return runListener(app);
}

export function runHono(code: string): Promise<Running> {
  const app = new Hono();
  execute(code, { app, cors: honoCors });
  app.all("/data", (context) => context.text("data"));
  return runListener(getRequestListener(app.fetch));
}

/** A Crossgate gate; the code is one call of `createCors`. */
export function runCrossgate(code: string): Promise<Running> {
  const gate = execute(`return ${code}`, { createCors }) as ReturnType<typeof createCors>;
  return runListener(getRequestListener(gate.wrap(() => new Response("data"))));
}

const python = "/usr/bin/python3";
/** Where Debian's python3-flask-cors lies, which brings Flask along. */
export const flaskCors = "/usr/lib/python3/dist-packages/flask_cors";

export async function runFlask(code: string): Promise<Running> {
  const port = await freePort();
  const file = fileURLToPath(new URL("../fixtures/flask_server.py", import.meta.url));
  return runProgram([python, file], port, { CORS_CODE: code, PORT: String(port) });
}

export const nginx = "/usr/sbin/nginx";

/** nginx; the lines stand inside its one location, in front of what it answers. */
export async function runNginx(lines: string, status = 200): Promise<Running> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "crossgate-nginx-"));
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const paths = temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join("\n");
  const configuration = `
    daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
    events {}
    http {
      access_log off; ${paths}
      server {
        listen 127.0.0.1:${port};
        location / { ${lines}\n return 200 "front"; }
        location /data { ${lines}\n return ${status} "data"; }
      }
    }`;
  writeFileSync(join(folder, "nginx.conf"), configuration);
  const command = [nginx, "-p", folder, "-c", join(folder, "nginx.conf")] as const;
  const running = await runProgram([...command, "-e", join(folder, "error.log")], port);
  return {
    port: running.port,
    async stop() {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The headers of a printed HTTP snippet: a preflight's answer, and every other's. */
function headersOf(snippet: string): readonly (readonly [string, string])[][] {
  return snippet.split("\n\n").map((part) =>
    part.split("\n").flatMap((line): readonly (readonly [string, string])[] => {
      const [, name, value] = /^([\w-]+): (.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Plain `node:http` with the headers of a printed HTTP snippet in front of what it does otherwise. */
export function runHeaders(
  snippet: string,
  behind: RequestListener = answerData,
): Promise<Running> {
  const [preflight = [], actual = []] = headersOf(snippet);
  return runListener((request, response) => {
    const isPreflight = request.method === "OPTIONS";
    for (const [name, value] of isPreflight ? preflight : actual) response.setHeader(name, value);
    if (!isPreflight) return behind(request, response);
    response.statusCode = 204;
    response.end();
  });
}

const answerData: RequestListener = (_, response) => void response.end("data");
