import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { freePort } from "@crossgate/testkit/free-port";
import type { Snippet } from "../page/snippets/index.ts";

/** Inside the package, so that imports are found as in a user's project. */
const FOLDER = fileURLToPath(new URL("../dist/served-snippets/", import.meta.url));
const PATIENCE = 120_000;

/** How a snippet is run where it is one for its own program. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  express: [process.execPath, "$FILE"],
  "express-cors": [process.execPath, "$FILE"],
  // Debian's, which has the packages.
  flask: ["/usr/bin/python3", "$FILE"],
  "flask-cors": ["/usr/bin/python3", "$FILE"],
  fastapi: ["/usr/bin/python3", "$FILE"],
  nginx: ["nginx", "-c", "$FILE", "-p", FOLDER, "-e", "stderr", "-g", "daemon off;"],
};

export const SERVED: readonly string[] = Object.keys(COMMANDS);

export interface Served {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the program of a snippet on its own port, and waits until it answers anything. */
export async function serveSnippet(
  { host, code }: Pick<Snippet, "host" | "code">,
  name: string,
): Promise<Served> {
  const port = await freePort();
  const api = host === "nginx" ? await startApi() : undefined;
  mkdirSync(FOLDER, { recursive: true });
  const file = `${FOLDER}${name}-${port}.${host === "nginx" ? "conf" : (EXTENSIONS[host] ?? "js")}`;
  const portOfApi = (api?.address() as AddressInfo | undefined)?.port ?? port;
  const text = code.replace("8080", String(port)).replace("3000", String(portOfApi));
  writeFileSync(file, host === "nginx" ? asWholeConfig(text, port) : text);
  const [program = "", ...words] = COMMANDS[host] ?? [];
  const child = spawn(
    program,
    words.map((word) => word.replace("$FILE", file)),
    {
      cwd: FOLDER,
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (part: string) => (complaint += part));
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilAnswering(child, url);
  } catch (error) {
    await stop(child, api);
    throw new Error(`${host}: ${complaint}`, { cause: error });
  }
  return { url, stop: () => stop(child, api) };
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  flask: "py",
  "flask-cors": "py",
  fastapi: "py",
};

/** What stands behind nginx, and knows nothing of CORS. */
async function startApi(): Promise<Server> {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "application/json");
    response.end('{"data":"hello world"}');
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

function asWholeConfig(text: string, port: number): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${FOLDER}nginx-${port}-${name};`)
    .join("\n");
  return `pid ${FOLDER}nginx-${port}.pid;
events {}
http {
access_log off;
${temporary}
${text}
}
`;
}

async function untilAnswering(child: ChildProcess, url: string): Promise<void> {
  for (const until = Date.now() + PATIENCE; Date.now() < until;) {
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`);
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
    if (answer) return void (await answer.arrayBuffer());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no response within ${PATIENCE / 1000} s`);
}

async function stop(child: ChildProcess, api: Server | undefined): Promise<void> {
  api?.closeAllConnections();
  api?.close();
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}
