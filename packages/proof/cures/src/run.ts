import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import type { Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@crossgate/testkit/free-port";
import { applicationDoes } from "./application.ts";
import type { Running } from "./subject.ts";

const patience = 120_000;

/** Serves a Node listener on its own port. */
export function runListener(listener: RequestListener): Promise<Running> {
  return runServer(createServer(listener));
}

/** Listens with any server, and closes its connections at the end. */
async function runServer(server: Server & { closeAllConnections?: () => void }): Promise<Running> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: portOf(server),
    async stop() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections?.();
      await closed;
    },
  };
}

export function portOf(server: Pick<Server, "address">): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** Runs printed code with the names that it uses. */
export async function execute(
  code: string,
  names: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  // oxlint-disable-next-line no-new-func, no-implied-eval, typescript/no-implied-eval -- a printed snippet is to be run as printed
  const run = new Function(...Object.keys(names), `return (async () => { ${code} })();`) as (
    ...values: readonly unknown[]
  ) => Promise<unknown>;
  return run(...Object.values(names));
}

/** A program of the system, started with its own files in a folder that goes away with it. */
export interface Program {
  readonly files: Readonly<Record<string, string>>;
  /** `$DIR` and `$PORT` are filled in, in the files too. */
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What answers once it is ready. @default "/data" */
  readonly path?: string;
  /** The highest status that shows that it is. @default 499 */
  readonly upTo?: number;
  /** What else has to run for it, ended with it. */
  readonly behind?: Running;
}

/** Starts a program; where another one was faster at its port, at another port. */
export async function runProgram(given: Program): Promise<Running> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await startProgram(given);
    } catch (error) {
      const isTaken = /address already in use|EADDRINUSE|cannot bind/i.test(String(error));
      if (!isTaken || tries === 3) {
        await given.behind?.stop();
        throw error;
      }
    }
  }
}

async function startProgram(given: Program): Promise<Running> {
  const { files, command, env = {}, path = "/data", upTo = 499, behind } = given;
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "crossgate-cures-"));
  const fill = (text: string): string =>
    text.replaceAll("$DIR", folder).replaceAll("$PORT", String(port));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), fill(text));
  const [program = "", ...args] = command.map(fill);
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => said.push(text));
  }
  const stop = async (): Promise<void> => {
    await end(child);
    await behind?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  if (await answers(child, `http://127.0.0.1:${port}${path}`, upTo)) return { port, stop };
  await end(child);
  rmSync(folder, { recursive: true, force: true });
  throw new Error(`${program} does not answer:\n${said.join("").slice(-3000)}`);
}

async function answers(child: ChildProcess, url: string, upTo: number): Promise<boolean> {
  for (const until = Date.now() + patience; Date.now() < until;) {
    const isUp = await fetch(url, {
      signal: AbortSignal.timeout(5000),
    }).then(
      ({ status }) => status <= upTo,
      () => false,
    );
    // What answers is another program, if this one has ended.
    if (child.exitCode !== null) return false;
    if (isUp) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  const slow = setTimeout(() => child.kill("SIGKILL"), 5000);
  await exited;
  clearTimeout(slow);
}

/**
 * Whether a program is there. Where the tests decide about a change, its absence is a failure;
 * elsewhere a person hears of it.
 *
 * @throws Error in CI without it
 */
export function isThere(path: string | undefined, product: string): boolean {
  if (path === undefined || existsSync(path)) return true;
  const message = `no ${path}, which the cures of ${product} need`;
  if (process.env["CI"]) throw new Error(message);
  console.warn(`SKIPPED: ${message}`);
  return false;
}

/** What stands behind a proxy: the application, which sets these headers everywhere. */
export function runUpstream(
  headers: Readonly<Record<string, string | readonly string[]>> = {},
  toOptions?: number,
): Promise<Running> {
  return runListener(async (request, response) => {
    // A proxy takes it for a broken server if the rest of a body is refused.
    await request.forEach(() => undefined);
    answerAsApplication(request, response);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (request.method === "OPTIONS" && toOptions !== undefined) response.statusCode = toOptions;
    response.end("data");
  });
}

/** Begins the application's response; headers that are there already stay. */
export function answerAsApplication(request: IncomingMessage, response: ServerResponse): void {
  const { headers, method, url = "/" } = request;
  const isSignedIn = headers.authorization !== undefined;
  const done = applicationDoes(method, url.split("?")[0] ?? "/", isSignedIn);
  response.statusCode = done.status;
  response.setHeader("content-type", "text/plain");
  for (const [name, value] of Object.entries(done.headers)) response.setHeader(name, value);
}
