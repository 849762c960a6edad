import process from "node:process";

/** What Deno has to call the system with; `--allow-ffi` permits it. */
interface DenoHost {
  dlopen(
    library: string,
    symbols: object,
  ): { readonly symbols: { clock_gettime(clock: number, time: BigInt64Array): number } };
}

/** CLOCK_THREAD_CPUTIME_ID of Linux. */
const THREAD_CLOCK = 3;

/** Compiles how to read the processor time of this thread, in milliseconds. */
function compileWorked(): () => number {
  const { Deno: deno } = globalThis as { readonly Deno?: DenoHost };
  if (!deno) {
    return () => {
      const { user, system } = process.threadCpuUsage();
      return (user + system) / 1000;
    };
  }
  // Its own threadCpuUsage goes in steps of ten milliseconds.
  const { symbols } = deno.dlopen("libc.so.6", {
    clock_gettime: { parameters: ["i32", "buffer"], result: "i32" },
  });
  const time = new BigInt64Array(2);
  return () => {
    symbols.clock_gettime(THREAD_CLOCK, time);
    const [seconds = 0n, nanoseconds = 0n] = time;
    return Number(seconds) * 1000 + Number(nanoseconds) / 1e6;
  };
}

/**
 * Milliseconds that this thread has worked. A clock would also count what other programs of the
 * machine do meanwhile.
 */
export const worked: () => number = compileWorked();
