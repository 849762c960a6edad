import type { Host } from "../hosts.ts";
import type { Block } from "./block.ts";

/** The extension of each language that a compiler reads. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  ts: "ts",
  mts: "mts",
  tsx: "tsx",
  js: "js",
  jsx: "jsx",
};

const WORKERS =
  /from "(?:@crossgate\/cloudflare|cloudflare:)|\b(?:ExportedHandler|KVNamespace|R2Bucket|Fetcher)\b/;

/** A block that is compiled, and the file and project that it becomes. */
export interface Script {
  readonly block: Block;
  readonly file: string;
  readonly project: Host | `${Host}-js`;
}

/** Whether a block is to be compiled by itself; a part of a file is compiled with its file. */
export function isScript({ language, marker }: Block): boolean {
  if (marker.kind === "from" || marker.kind === "not checked") return false;
  return Object.hasOwn(EXTENSIONS, language);
}

export function scriptOf(block: Block): Script {
  const host = WORKERS.test(block.code) ? "workers" : "web";
  return {
    block,
    file: `${block.page.replace(".md", "").replaceAll("/", "-")}-${block.number}.${EXTENSIONS[block.language]}`,
    project: block.language.startsWith("js") ? `${host}-js` : host,
  };
}

export function sourceOf({ code, marker }: Block): string {
  const given = marker.kind === "given" ? marker.declarations : "";
  return `${given}\n${code}\nexport {};\n`;
}

/** Node strips types, and knows no JSX. */
export function runs({ language, marker }: Block): boolean {
  return marker.kind === "none" && !language.endsWith("x");
}
