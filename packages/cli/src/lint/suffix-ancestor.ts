import { createRequire } from "node:module";
import type * as Trie from "tldts/dist/types/src/data/trie.js";

// The package has its declarations in another folder than the code they declare.
const trie: typeof Trie = createRequire(import.meta.url)("tldts/dist/cjs/src/data/trie.js");
const { edgeChild, edgeLength, edgeStart, labelText, rulesRoot } = trie;

/** Where each edge's label begins in `labelText`; the data ships the lengths alone. */
const offsets = new Uint32Array(edgeLength.length);
for (let edge = 1; edge < offsets.length; edge += 1) {
  offsets[edge] = (offsets[edge - 1] ?? 0) + (edgeLength[edge - 1] ?? 0);
}

/**
 * Whether there are public suffixes below this host, such as `s3.amazonaws.com` below
 * `amazonaws.com`. This walks the trie of tldts, which tells only the suffix of a host. The version
 * is pinned, and a test notices when the data changes its shape.
 */
export function hasSuffixesBelow(host: string): boolean {
  let node = rulesRoot;
  for (const label of host.split(".").toReversed()) {
    const edge = edgeOf(node, label);
    if (edge === undefined) return false;
    node = edgeChild[edge] ?? 0;
  }
  return (edgeStart[node + 1] ?? 0) > (edgeStart[node] ?? 0);
}

function edgeOf(node: number, label: string): number | undefined {
  const end = edgeStart[node + 1] ?? 0;
  for (let edge = edgeStart[node] ?? 0; edge < end; edge += 1) {
    const start = offsets[edge] ?? 0;
    if (labelText.slice(start, start + (edgeLength[edge] ?? 0)) === label) return edge;
  }
  return undefined;
}
