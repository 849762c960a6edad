import { matchesStrongly } from "./entity-tag.ts";
import type { ByteRange, Representation } from "./representation.ts";

/** One range: its first and perhaps its last byte, or how many of the last ones. */
const SINGLE_RANGE = /^bytes=[ \t]*(?:(\d+)-(\d*)|-(\d+))[ \t]*$/iu;

/**
 * The bytes that a GET asks for; undefined for all of them. So it is where Range is malformed, in
 * another unit or of several ranges, all of which a server may ignore.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-range
 */
export function selectRange(
  headers: Headers,
  { etag, size }: Pick<Representation, "etag" | "size">,
): ByteRange | "unsatisfiable" | undefined {
  const range = headers.get("range");
  if (range === null || size === undefined) return undefined;
  const ifRange = headers.get("if-range");
  // A date is never strong enough: two versions may be of one second. All of it is right always.
  if (ifRange !== null && !matchesStrongly(ifRange, etag)) return undefined;
  return resolveRange(range, size);
}

function resolveRange(range: string, size: number): ByteRange | "unsatisfiable" | undefined {
  const [match, first, last, suffix] = SINGLE_RANGE.exec(range) ?? [];
  if (match === undefined) return undefined;
  if (suffix !== undefined) return lastBytes(Number(suffix), size);
  const offset = Number(first);
  const end = last === "" ? Infinity : Number(last);
  if (offset > end) return undefined;
  if (offset >= size) return "unsatisfiable";
  return { offset, length: Math.min(end, size - 1) - offset + 1 };
}

function lastBytes(count: number, size: number): ByteRange | "unsatisfiable" | undefined {
  if (count === 0) return "unsatisfiable";
  // Of nothing the last bytes are nothing, which Content-Range can't say.
  if (size === 0) return undefined;
  const length = Math.min(count, size);
  return { offset: size - length, length };
}
