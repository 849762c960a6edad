import type { IncomingMessage } from "node:http";

/**
 * The first bytes of a body. What comes after them is not waited for, and a body that breaks off or
 * never ends is no matter: CORS is decided by the headers, and those are here.
 */
export async function readBody(message: IncomingMessage, limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= limit) break;
    }
  } catch {
    // What came is enough.
  }
  return Buffer.concat(chunks).subarray(0, limit);
}
