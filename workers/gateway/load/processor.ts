import { readdirSync, readFileSync } from "node:fs";

/** Linux counts in hundredths of a second. */
const TICK_MICROSECONDS = 10_000;

/** The process id of this process's child of a name, on Linux. */
export function childNamed(name: string): number | undefined {
  const pids = read(() => readdirSync("/proc"), []).filter((entry) => /^\d+$/u.test(entry));
  const found = pids.find((pid) => {
    const [parent] = statOf(pid).slice(1);
    return Number(parent) === process.pid && commandOf(pid).includes(name);
  });
  return found === undefined ? undefined : Number(found);
}

/** What a process has used of a processor, in its own code and in the kernel's. */
export function cpuMicrosecondsOf(pid: number | undefined): number {
  if (pid === undefined) return Number.NaN;
  const [own, kernel] = statOf(String(pid)).slice(11);
  return (Number(own) + Number(kernel)) * TICK_MICROSECONDS;
}

/** The fields behind the name, which may hold anything. */
function statOf(pid: string): readonly string[] {
  const text = read(() => readFileSync(`/proc/${pid}/stat`, "utf8"), "");
  return text.slice(text.lastIndexOf(") ") + 2).split(" ");
}

function commandOf(pid: string): string {
  return read(() => readFileSync(`/proc/${pid}/cmdline`, "utf8"), "");
}

/** Processes end while they are looked at, and other systems have no such files. */
function read<Result>(look: () => Result, fallback: Result): Result {
  try {
    return look();
  } catch {
    return fallback;
  }
}
