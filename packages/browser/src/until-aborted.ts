import type { HostSignal } from "./host-types.ts";

/** What a network answers, unless the page gives up before; the network may not hear of it. */
export async function untilAborted<Answer>(
  answer: Answer | Promise<Answer>,
  signal: HostSignal | null,
): Promise<Answer> {
  if (!signal) return answer;
  const given = signal;
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(given.reason);
    given.addEventListener("abort", stop);
  });
  try {
    return await Promise.race([answer, aborted]);
  } finally {
    if (stop) given.removeEventListener("abort", stop);
  }
}
