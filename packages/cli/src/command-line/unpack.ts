import { pipeline } from "node:stream";
import * as zlib from "node:zlib";
import { UsageError } from "../usage-error.ts";

/** How packed files begin, whatever their names, and what unpacks them. */
const formats = [
  { tool: "gzip", magic: [0x1f, 0x8b], open: () => zlib.createGunzip() },
  // Nodes before 22.15 do not know it.
  {
    tool: "zstd",
    magic: [0x28, 0xb5, 0x2f, 0xfd],
    open: zlib.createZstdDecompress && (() => zlib.createZstdDecompress()),
  },
  { tool: "xz", magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a], open: undefined },
  { tool: "bzip2", magic: [0x42, 0x5a, 0x68, undefined, 0x31, 0x41, 0x59], open: undefined },
  { tool: "unzip", magic: [0x50, 0x4b, 0x03, 0x04], open: undefined },
] as const;

const [gzip] = formats;
const longestMagic = Math.max(...formats.map(({ magic }) => magic.length));

/**
 * The bytes of a log, unpacked if they are packed.
 *
 * @param path its name; one that ends in `.gz` promises gzip
 * @throws UsageError for a format that Node does not unpack
 */
export async function* unpacked(
  bytes: AsyncIterable<Uint8Array>,
  path: string,
): AsyncGenerator<Uint8Array> {
  const rest = bytes[Symbol.asyncIterator]();
  const head = await beginning(rest);
  const whole = joined(head, { [Symbol.asyncIterator]: () => rest });
  const format = path.endsWith(".gz") ? gzip : formats.find(({ magic }) => begins(head, magic));
  if (!format) {
    yield* whole;
    return;
  }
  if (!format.open) {
    const { tool } = format;
    const command = tool === "unzip" ? `unzip -p ${path}` : `${tool} -dc ${path}`;
    throw new UsageError(`${path} is packed. Unpack it: ${command} | crossgate suggest -`);
  }
  // What fails on the way ends the reading here.
  yield* pipeline(whole, format.open(), () => undefined) as AsyncIterable<Uint8Array>;
}

/** A pipe may give its first bytes one by one. */
async function beginning(bytes: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array();
  while (head.length < longestMagic) {
    const next = await bytes.next();
    if (next.done === true) break;
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  return head;
}

async function* joined(
  head: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  yield* rest;
}

function begins(head: Uint8Array, magic: readonly (number | undefined)[]): boolean {
  return magic.every((byte, index) => byte === undefined || head[index] === byte);
}
