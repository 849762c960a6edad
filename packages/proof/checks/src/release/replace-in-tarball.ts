import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";

/** A tarball is made of these: a header, then the file, up to the next one. */
const BLOCK = 512;
/** Where a header holds what changes with a file's content. */
const NAME = [0, 100] as const;
const SIZE = [124, 136] as const;
const CHECKSUM = [148, 156] as const;

/**
 * Changes one file of a tarball, and nothing else of it.
 *
 * @throws Error when the tarball has no such file
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html (ustar Interchange Format)
 */
export function replaceInTarball(
  tarball: string,
  name: string,
  change: (content: string) => string,
): void {
  const bytes = gunzipSync(readFileSync(tarball));
  for (let at = 0; at < bytes.length;) {
    const header = Buffer.from(bytes.subarray(at, at + BLOCK));
    const end = at + BLOCK + size(header);
    const next = at + BLOCK + padded(size(header));
    if (textOf(header, NAME) === name) {
      const content = Buffer.from(change(bytes.subarray(at + BLOCK, end).toString("utf8")));
      const changed = Buffer.concat([
        bytes.subarray(0, at),
        withSize(header, content.length),
        Buffer.concat([content], padded(content.length)),
        bytes.subarray(next),
      ]);
      writeFileSync(tarball, gzipSync(changed, { level: 9 }));
      return;
    }
    at = next;
  }
  throw new Error(`${tarball} has no ${name}`);
}

function size(header: Buffer): number {
  return Number.parseInt(textOf(header, SIZE), 8) || 0;
}

function padded(length: number): number {
  return Math.ceil(length / BLOCK) * BLOCK;
}

function textOf(header: Buffer, [from, to]: readonly [number, number]): string {
  return header.subarray(from, to).toString("latin1").replace(/\0.*$/s, "");
}

/** The checksum counts itself as eight spaces. */
function withSize(header: Buffer, length: number): Buffer {
  header.write(`${length.toString(8).padStart(11, "0")}\0`, SIZE[0], "latin1");
  header.write(" ".repeat(8), CHECKSUM[0], "latin1");
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, CHECKSUM[0], "latin1");
  return header;
}
