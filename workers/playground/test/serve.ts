import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const START_TIMEOUT = 60_000;

/** The playground as `npm start` runs it, on a port of its own. */
export interface Playground {
  readonly page: string;
  readonly api: string;
  stop(): Promise<void>;
}

export async function servePlayground(): Promise<Playground> {
  const port = await freePort();
  const script = fileURLToPath(new URL("../serve/start.ts", import.meta.url));
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const api = `http://127.0.0.1:${port}`;
  try {
    await untilAlive(child, api);
  } catch (error) {
    await stop(child);
    throw error;
  }
  return { page: `http://localhost:${port}`, api, stop: () => stop(child) };
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

async function untilAlive(child: ChildProcess, api: string): Promise<void> {
  const until = Date.now() + START_TIMEOUT;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`);
    const signal = AbortSignal.timeout(1000);
    const response = await fetch(`${api}/alive`, { signal }).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no answer from ${api} within ${START_TIMEOUT / 1000} seconds`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}
