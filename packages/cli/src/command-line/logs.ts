import { createReadStream, statSync } from "node:fs";
import { UsageError } from "../usage-error.ts";
import { unpacked } from "./unpack.ts";

const megabyte = 1_000_000;
/** Larger pieces than usual: a gigabyte in pieces of 64 KiB takes twice as long. */
const piece = 1_048_576;

/**
 * Opens logs one after the other, as streams.
 *
 * @param paths files, or `-` for standard input
 * @param onProgress hears how many megabytes of all files were read
 * @throws UsageError for a file that is not there
 */
export function openLogs(
  paths: readonly string[],
  onProgress: (done: number, total: number) => void,
): readonly AsyncIterable<Uint8Array>[] {
  const sizes = paths.map((path) => (path === "-" ? 0 : sizeOf(path)));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let done = 0;
  const onBytes = (bytes: number): void => {
    done += bytes;
    if (total > 0) onProgress(Math.floor(done / megabyte), Math.ceil(total / megabyte));
  };
  return paths.map((path) => read(path, onBytes));
}

function sizeOf(path: string): number {
  try {
    const stats = statSync(path);
    if (!stats.isDirectory()) return stats.size;
  } catch (error) {
    throw unreadable(path, error);
  }
  throw new UsageError(`${path} is a folder. Name the logs in it: ${path}/*`);
}

async function* read(path: string, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  const bytes = path === "-" ? process.stdin : counted(path, onBytes);
  try {
    yield* unpacked(bytes, path);
  } catch (error) {
    throw error instanceof UsageError ? error : unreadable(path, error);
  }
}

async function* counted(
  path: string,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const file: AsyncIterable<Uint8Array> = createReadStream(path, { highWaterMark: piece });
  for await (const bytes of file) {
    onBytes(bytes.length);
    yield bytes;
  }
}

function unreadable(path: string, error: unknown): UsageError {
  const reason = error instanceof Error ? error.message : String(error);
  return new UsageError(`${path} cannot be read: ${reason}`, { cause: error });
}
