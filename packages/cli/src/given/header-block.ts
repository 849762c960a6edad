import type { GivenHeader } from "./given.ts";

/** A block of headers as `curl -i` prints it, or as a browser's Network tab shows it. */
export interface HeaderBlock {
  /** The status line's number; undefined where the block is a request's, or has none. */
  readonly status: number | undefined;
  readonly headers: readonly GivenHeader[];
}

const statusLine = /^HTTP\/[\d.]+ (\d{3})/;
/** A line that is one header. */
export const headerLine: RegExp = /^(:?[\w!#$%&'*+.^`|~-]+):\s*(.*)$/;

/**
 * Reads the blocks of a text: each begins with a status line, or there is one without it.
 *
 * @returns undefined for a text that has other lines than headers
 */
export function readHeaderBlocks(text: string): readonly HeaderBlock[] | undefined {
  const blocks: { status: number | undefined; headers: GivenHeader[] }[] = [];
  const lines = text
    .replace(/\r/g, "")
    .split("\n")
    .map((line) => line.replace(/^[<*]\s/, "").trim());
  for (const line of lines) {
    const [, status] = statusLine.exec(line) ?? [];
    if (status !== undefined) blocks.push({ status: Number(status), headers: [] });
    const [, name, value] = headerLine.exec(line) ?? [];
    if (name !== undefined && value !== undefined) {
      if (blocks.length === 0) blocks.push({ status: undefined, headers: [] });
      blocks.at(-1)?.headers.push([name, value]);
    } else if (line === "" && (blocks.at(-1)?.headers.length ?? 0) > 0) {
      // What follows is a body, or the response to the next request.
      if (!lines.some((other, index) => index > lines.indexOf(line) && statusLine.test(other)))
        break;
    } else if (status === undefined && line !== "" && blocks.length === 0) {
      return undefined;
    }
  }
  return blocks.some(({ headers }) => headers.length > 0) ? blocks : undefined;
}
