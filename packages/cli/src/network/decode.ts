import * as zlib from "node:zlib";
import type { Received } from "./message.ts";
import { dictionary } from "../dictionary.ts";

type Decode = (body: Uint8Array) => Uint8Array;

const finish = { finishFlush: zlib.constants.Z_SYNC_FLUSH, maxOutputLength: 1_048_576 };
const brotli = { finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH, maxOutputLength: 1_048_576 };

const decoders = dictionary<Decode | undefined>({
  gzip: (body) => zlib.gunzipSync(body, finish),
  deflate: (body) => zlib.inflateSync(body, finish),
  br: (body) => zlib.brotliDecompressSync(body, brotli),
  // Nodes before 22.15 do not know it.
  zstd: zlib.zstdDecompressSync && ((body) => zlib.zstdDecompressSync(body)),
});

/**
 * A body without its content encoding, even one that was cut off. It is unchanged if decoding
 * fails.
 */
export function decoded({ lines, body }: Pick<Received, "lines" | "body">): Uint8Array {
  const [, encoding = ""] = lines.find(([name]) => name === "content-encoding") ?? [];
  const decode = decoders[encoding.trim().toLowerCase()];
  if (!decode || body.length === 0) return body;
  try {
    return new Uint8Array(decode(body));
  } catch {
    return new Uint8Array();
  }
}
