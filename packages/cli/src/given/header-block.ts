import { present, readCopiedHeaders, requestBehind } from "./browser-headers.ts";
import type { Given, GivenHeader } from "./given.ts";

/** A block of headers as `curl -i` prints it, or as a browser's Network tab shows it. */
export interface HeaderBlock {
  /** The status line's number; undefined where the block is a request's, or has none. */
  readonly status: number | undefined;
  readonly headers: readonly GivenHeader[];
}

const statusLine = /^HTTP\/[\d.]+ (\d{3})/;
const requestLine = /^([A-Z]+) (\S+) HTTP\/[\d.]+$/;
const headerLine = /^(:?[\w!#$%&'*+.^`|~-]+):\s*(.*)$/;

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

/** Reads a raw request: its line, its headers, and its body behind an empty line. */
export function readRawRequest(text: string): Given | undefined {
  const [head = "", ...rest] = text.replace(/\r/g, "").trim().split("\n\n");
  const [first = "", ...lines] = head.split("\n");
  const [, method, target] = requestLine.exec(first.trim()) ?? [];
  if (method === undefined || target === undefined) return undefined;
  const headers = lines.flatMap((line): readonly GivenHeader[] => {
    const [, name, value] = headerLine.exec(line.trim()) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value]];
  });
  const host = headers.find(([name]) => name.toLowerCase() === "host")?.[1];
  const url = /^https?:/.test(target) ? target : `https://${host ?? ""}${target}`;
  const body = rest.join("\n\n");
  return {
    kind: "headers",
    method,
    ...present("url", host === undefined && url.startsWith("https:///") ? undefined : url),
    ...readCopiedHeaders(headers),
    ...(body === "" || method === "GET" || method === "HEAD" ? {} : { body }),
    notes: [],
    ...requestBehind(method, headers),
  };
}
