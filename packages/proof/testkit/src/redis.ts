import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { freePort } from "./free-port.ts";
import { isInstalled } from "./installed.ts";
import { eventually, StoreProcess } from "./store-process.ts";

const VARIABLE = "REDIS_SERVER_PATH";
const PATH = process.env[VARIABLE] ?? "/usr/bin/redis-server";

/**
 * Whether there is a Redis to test with.
 *
 * @throws Error in CI without one
 */
export function hasRedis(): boolean {
  return isInstalled("Redis", PATH, VARIABLE);
}

/** A Redis server of the test's own, on loopback, that writes nothing to disk. */
export interface RedisServer {
  readonly url: string;
  readonly process: StoreProcess;
  /** Starts it again, empty. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function startRedis(): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), "crossgate-redis-"));
  const port = await freePort();
  const settings = ["--port", `${port}`, "--bind", "127.0.0.1", "--save", "", "--dir", folder];
  const process = new StoreProcess([PATH, ...settings, "--enable-debug-command", "local"], {});
  const restart = async (): Promise<void> => {
    process.start();
    await eventually(() => answers(port));
  };
  await restart();
  const stop = async (): Promise<void> => {
    await process.end();
    rmSync(folder, { recursive: true });
  };
  return { url: `redis://127.0.0.1:${port}`, process, restart, stop };
}

async function answers(port: number): Promise<void> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    socket.write("PING\r\n");
    const [answer] = await once(socket, "data");
    if (!String(answer).startsWith("+PONG")) throw new Error(String(answer));
  } finally {
    socket.destroy();
  }
}
