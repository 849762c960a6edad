import { readFileSync } from "node:fs";
import { UsageError } from "../usage-error.ts";

/**
 * Reads a file that the command line names.
 *
 * @throws UsageError for one that is not there, or may not be read
 */
export function readFile(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path} cannot be read: ${reason}`, { cause: error });
  }
}

/** Reads the same as text. */
export function readFileText(path: string): string {
  return textOf(readFile(path));
}

/** The text in bytes. Their byte order mark tells UTF-16, which a shell of Windows writes. */
export function textOf(bytes: Uint8Array): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isWide ? "utf-16le" : "utf-8").decode(bytes);
}
