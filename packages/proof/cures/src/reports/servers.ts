import type { RequestListener } from "node:http";
import express from "express";
import cors from "cors";
import { execute, runListener, runProgram, runUpstream } from "../run.ts";
import type { Running } from "../subject.ts";
import { certificate } from "./site.ts";

/** Allows everyone. */
export const open: RequestListener = (_, response) => {
  response.setHeader("access-control-allow-origin", "*");
  response.end("data");
};

/** An Express with CORS in front, and whatever the report has behind it. */
export function runExpress(
  code: string,
  behind: (app: express.Express) => void = (app) => {
    app.all("/data", (_, response) => void response.send("data"));
  },
): Promise<Running> {
  const app = express();
  return execute(code, { app, cors, express }).then(() => {
    behind(app);
    return runListener(app);
  });
}

const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];

/** An nginx; `servers` stands in its http block, with `$PORT` filled in. */
export function runNginx(
  servers: string,
  files: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const configuration = `
    daemon off; user root; pid $DIR/pid; error_log $DIR/error.log; worker_processes 1;
    events {}
    http {
      access_log off; ${temporary.map((name) => `${name}_temp_path $DIR/${name};`).join(" ")}
      ${servers}
    }`;
  return runProgram({
    files: { ...files, "nginx.conf": configuration },
    command: ["/usr/sbin/nginx", "-p", "$DIR", "-c", "$DIR/nginx.conf", "-e", "$DIR/error.log"],
    // A gateway without a server behind it is up too.
    upTo: 599,
  });
}

/** The lines of a server block with TLS. */
export const tls = `ssl_certificate ${certificate.certFile}; ssl_certificate_key ${certificate.keyFile};`;

/** What stands behind a proxy and knows CORS itself. */
export function runPermitting(origin: string): Promise<Running> {
  return runUpstream(
    {
      "access-control-allow-origin": origin,
      "access-control-allow-headers": "content-type",
      "access-control-allow-methods": "GET, POST, PUT",
      vary: "Origin",
    },
    204,
  );
}

const python = "/usr/bin/python3";

export function runFastApi(code: string): Promise<Running> {
  return runProgram({
    files: { "app.py": code },
    command: [python, "-m", "uvicorn", "app:app", "--host", "127.0.0.1", "--port", "$PORT"],
    path: "/",
  });
}

export function runFlask(code: string): Promise<Running> {
  return runProgram({
    files: {
      "app.py": `import os\nfrom flask import Flask\nfrom flask_cors import CORS\n\n${code}\n\napp.run(host="127.0.0.1", port=int(os.environ["PORT"]))\n`,
    },
    command: [python, "$DIR/app.py"],
    path: "/",
  });
}
