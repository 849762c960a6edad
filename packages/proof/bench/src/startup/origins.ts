import { type ServedWorker, serveWorker } from "../hosts/workerd.ts";
import { spreadOf } from "../measure/statistics.ts";
import { ask, type ProcessName, type RuntimeName, RUNTIMES } from "../runtimes.ts";

export const COUNTS = [100_000, 1_000_000] as const;
/** What is made of the list: a policy, or the set that it cannot do without. */
export type Kind = "policy" | "set";
const KINDS: readonly Kind[] = ["policy", "set"];
const TIMES = 5;

/** What it takes to make something of so many exact origins. */
export interface Construction {
  readonly runtime: RuntimeName;
  readonly kind: Kind;
  readonly count: number;
  readonly milliseconds: number;
  /** How much bigger the heap is for it, beside the list it was made of. */
  readonly bytes?: number;
}

interface Made {
  readonly milliseconds: number;
  readonly bytes?: number;
}

/** Both kinds in turn, each time in another process; on workerd each time of another list. */
export async function measureConstructions(): Promise<readonly Construction[]> {
  const worker = await serveWorker("workerd-origins.ts");
  try {
    const found: Construction[] = [];
    for (const runtime of RUNTIMES) {
      for (const count of COUNTS) found.push(...(await constructionsOf(worker, runtime, count)));
    }
    return found;
  } finally {
    await worker.stop();
  }
}

async function constructionsOf(
  worker: ServedWorker,
  runtime: RuntimeName,
  count: number,
): Promise<readonly Construction[]> {
  const made: Record<Kind, Made[]> = { policy: [], set: [] };
  for (let time = 0; time < TIMES; time++) {
    for (const kind of KINDS) made[kind].push(await make(worker, runtime, count, kind));
  }
  return KINDS.map((kind) => summary(runtime, kind, count, made[kind]));
}

function summary(
  runtime: RuntimeName,
  kind: Kind,
  count: number,
  made: readonly Made[],
): Construction {
  const milliseconds = spreadOf(made.map((each) => each.milliseconds)).median;
  const bytes = made.flatMap((each) => each.bytes ?? []);
  const construction = { runtime, kind, count, milliseconds };
  return bytes.length > 0 ? { ...construction, bytes: spreadOf(bytes).median } : construction;
}

function make(
  worker: ServedWorker,
  runtime: RuntimeName,
  count: number,
  kind: Kind,
): Promise<Made> {
  return isProcess(runtime)
    ? ask<Made>(runtime, "origins.ts", [`${count}`, kind], { seesHeap: true })
    : makeOnWorkerd(worker, count, kind);
}

function isProcess(runtime: RuntimeName): runtime is ProcessName {
  return runtime !== "workerd";
}

/** The list is made in one request and the policy in the next, which alone is timed. */
async function makeOnWorkerd({ url }: ServedWorker, count: number, kind: Kind): Promise<Made> {
  await visit(new URL(`/list?count=${count}`, url));
  const begin = performance.now();
  await visit(new URL(`/${kind}`, url));
  return { milliseconds: performance.now() - begin };
}

async function visit(url: URL): Promise<void> {
  const response = await fetch(url);
  const text = await response.text();
  if (!response.ok) throw new Error(`workerd: ${text}`);
}
