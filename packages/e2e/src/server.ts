import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const START_TIMEOUT = 60_000;

/** A server as its own `start` script runs it, on a port of its own. */
export interface Server {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Starts a program of the workspace and waits until it answers.
 *
 * @param path the script, from the top of the tree; it takes its port from `PORT`
 * @param probe a path that answers 200 once the program is ready
 * @param command what runs the script
 */
export async function startServer(
  path: string,
  probe: string,
  command: readonly [program: string, ...args: string[]] = [process.execPath],
): Promise<Server> {
  const port = await freePort();
  const [program, ...args] = command;
  const child = spawn(
    program,
    [...args, fileURLToPath(new URL(`../../../${path}`, import.meta.url))],
    { env: { ...process.env, PORT: String(port) }, stdio: ["ignore", "ignore", "inherit"] },
  );
  try {
    await untilReady(child, `http://127.0.0.1:${port}${probe}`);
  } catch (error) {
    await stop(child);
    throw error;
  }
  return { port, stop: () => stop(child) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  const until = Date.now() + START_TIMEOUT;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`);
    const signal = AbortSignal.timeout(1000);
    const response = await fetch(url, { signal }).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no answer from ${url} within ${START_TIMEOUT / 1000} seconds`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}
