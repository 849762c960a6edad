import { execFile, execFileSync } from "node:child_process";
import { chownSync, globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "./free-port.ts";
import { isInstalled } from "./installed.ts";
import { eventually, StoreProcess } from "./store-process.ts";

const VARIABLE = "POSTGRES_PATH";
const PATH =
  process.env[VARIABLE] ??
  globSync("/usr/lib/postgresql/*/bin/postgres").toSorted().at(-1) ??
  "/usr/bin/postgres";

/**
 * Whether there is a PostgreSQL to test with.
 *
 * @throws Error in CI without one
 */
export function hasPostgres(): boolean {
  return isInstalled("PostgreSQL", PATH, VARIABLE);
}

/** A PostgreSQL server of the test's own, on loopback. */
export interface PostgresServer {
  readonly url: string;
  readonly process: StoreProcess;
  /** Starts it again, with what it had. */
  restart(): Promise<void>;
  /** Runs a file or a text of SQL. */
  run(sql: string): Promise<string>;
  stop(): Promise<void>;
}

/** @param settings of postgresql.conf, such as `"max_connections=20"` */
export async function startPostgres(...settings: readonly string[]): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "crossgate-postgres-"));
  const user = unprivileged();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const initialise = ["-D", data, "-U", "crossgate", "-A", "trust", "-E", "UTF8", "--no-sync"];
  const options = { ...user, cwd: folder, env: { ...process.env, LC_ALL: "C.UTF-8" } };
  await promisify(execFile)(join(dirname(PATH), "initdb"), initialise, options);
  const port = await freePort();
  const all = ["listen_addresses=127.0.0.1", `unix_socket_directories=${folder}`, "fsync=off"];
  const flags = [...all, ...settings].flatMap((setting) => ["-c", setting]);
  const store = new StoreProcess([PATH, "-D", data, "-p", `${port}`, ...flags], options);
  const url = `postgres://crossgate@127.0.0.1:${port}/postgres`;
  const run = async (sql: string): Promise<string> => {
    const command = [url, "-v", "ON_ERROR_STOP=1", "-qAtc", sql];
    return (await promisify(execFile)(join(dirname(PATH), "psql"), command)).stdout.trim();
  };
  const restart = async (): Promise<void> => {
    store.start();
    await eventually(() => run("SELECT 1"));
  };
  await restart();
  const stop = async (): Promise<void> => {
    // Fast, and in order: killed at once it would leave its helpers and their memory behind.
    await store.end("SIGINT");
    rmSync(folder, { recursive: true });
  };
  return { url, process: store, restart, run, stop };
}

/** PostgreSQL refuses to run as root, where containers and some machines of CI are. */
function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number =>
    Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}
