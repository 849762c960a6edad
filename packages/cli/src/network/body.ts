import type { Limits } from "./limits.ts";
import type { HeaderLine } from "./message.ts";

/** Types of bodies that go on for as long as someone listens. */
const endless =
  /^(?:text\/event-stream|multipart\/x-mixed-replace|application\/(?:grpc|x-ndjson))/i;
const endlessTime = 50;

/**
 * The first bytes of a body. The reader does not wait for later bytes. A body that breaks off or
 * never ends does no harm: the headers decide about CORS, and those are here.
 */
export async function readBody(
  message: AsyncIterable<Uint8Array>,
  { bodyBytes, bodyTime, headIsIn }: Pick<Limits, "bodyBytes" | "bodyTime" | "headIsIn">,
  lines: readonly HeaderLine[],
): Promise<Uint8Array> {
  headIsIn?.();
  const chunks: Uint8Array[] = [];
  let timer: NodeJS.Timeout | undefined;
  const [, type = ""] = lines.find(([name]) => name === "content-type") ?? [];
  const patience = endless.test(type) ? endlessTime : bodyTime;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), patience);
  });
  const reading = (async () => {
    let length = 0;
    for await (const chunk of message) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= bodyBytes) return;
    }
  })();
  await Promise.race([reading.catch(() => undefined), late]);
  clearTimeout(timer);
  return new Uint8Array(Buffer.concat(chunks).subarray(0, bodyBytes));
}
