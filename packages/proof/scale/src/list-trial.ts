import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The longest time without a turn of the loop: by the clock, and what was worked in it. */
export interface Longest {
  readonly clock: number;
  readonly work: number;
}

/** What was seen while a list was applied. */
export interface Application extends Longest {
  /** Turns of the loop, in each of which both origins were asked about. */
  readonly turns: number;
}

/** What a server has found whose list was loaded again while it served; times are in milliseconds. */
export interface ListFinding {
  readonly requests: number;
  /** Responses, and decisions between two slices, that were not what the list says. */
  readonly wrong: number;
  /** How often something was reported. */
  readonly reports: number;
  /** What was seen at each load while it was applied. */
  readonly applying: readonly Application[];
  /** The same while no list was applied. */
  readonly between: Longest;
  /** From the load to the end of its application. */
  readonly durations: readonly number[];
  /** The 99th percentile of the delays by `monitorEventLoopDelay`, on Node. */
  readonly delay?: number;
}

const SERVER = fileURLToPath(new URL("./list-server.ts", import.meta.url));
/** Requests that are under way at one time. */
const CONNECTIONS = 8;

/** Starts the server on a runtime and asks it until it has ended. */
export async function tryList(
  [command, ...flags]: readonly string[],
  refreshEvery: number,
  loads: number,
): Promise<ListFinding> {
  const args = [...flags, SERVER, `${refreshEvery}`, `${loads}`];
  const timeout = (refreshEvery * loads + 300) * 1000;
  const child = spawn(command ?? "", args, { stdio: ["ignore", "pipe", "inherit"], timeout });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => JSON.parse((await lines.next()).value ?? "null");
  const ended = once(child, "exit");
  const { port } = (await next()) as { readonly port: number };
  const finding = next();
  const over = new AbortController();
  const clients = Array.from({ length: CONNECTIONS }, async () => {
    while (!over.signal.aborted) {
      for (const path of ["kept", "stranger"]) {
        await fetch(`http://127.0.0.1:${port}/${path}`).then(
          (each) => each.text(),
          () => undefined,
        );
      }
    }
  });
  const found = (await finding) as ListFinding;
  over.abort();
  await Promise.all([ended, ...clients]);
  return found;
}
