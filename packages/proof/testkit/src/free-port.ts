import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";

/** Below the ports that systems give to those who ask for any: no connection takes one of these. */
const [lowest, highest] = [20_000, 32_000];

/**
 * A port of this machine that no one listens on, for programs that can't choose one. Until the program
 * listens it stays free, unless another program of the tests draws the same one.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(lowest, highest);
    if (await isFree(port)) return port;
  }
  throw new Error(`no port is free from ${lowest} to ${highest}`);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch {
    return false;
  }
  server.close();
  await once(server, "close");
  return true;
}
