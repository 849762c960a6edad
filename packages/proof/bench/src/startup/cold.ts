import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Spread, spreadOf } from "../measure/statistics.ts";
import { ask, PROCESSES, type ProcessName } from "../runtimes.ts";
import { bundle, LIBRARIES } from "./modules.ts";

export interface ColdStart {
  readonly library: string;
  /** Milliseconds to import it and make a gate. */
  readonly milliseconds: Readonly<Record<ProcessName, Spread>>;
}

/** Every start is its own process. */
const STARTS = 11;
const NOTHING = "an empty module";

/** How long an application waits for its gate the first time; frameworks are part of what is read. */
export async function measureColdStarts(): Promise<readonly ColdStart[]> {
  const folder = await mkdtemp(join(tmpdir(), "crossgate-bench-"));
  try {
    const files = await writeModules(folder);
    const times = await startInTurns(files);
    return [...files.keys()].map((library) => ({
      library,
      milliseconds: Object.fromEntries(
        PROCESSES.map((runtime) => [runtime, spreadOf(times.get(`${runtime} ${library}`) ?? [])]),
      ) as ColdStart["milliseconds"],
    }));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function writeModules(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const write = async (name: string, contents: string, framework?: string): Promise<void> => {
    const file = join(folder, `${files.size}.mjs`);
    files.set(name, file);
    await writeFile(file, await bundle(contents, framework, { alone: false }));
  };
  await write(NOTHING, "export const gate = 0;");
  for (const { name, imports, construct, framework } of LIBRARIES) {
    await write(name, `${imports} export const gate = ${construct};`, framework);
  }
  return files;
}

async function startInTurns(
  files: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, number[]>> {
  const times = new Map<string, number[]>();
  for (let turn = 0; turn < STARTS; turn++) {
    for (const [library, file] of files) {
      for (const runtime of PROCESSES) {
        const key = `${runtime} ${library}`;
        times.set(key, [...(times.get(key) ?? []), await ask<number>(runtime, "cold.ts", [file])]);
      }
    }
  }
  return times;
}
