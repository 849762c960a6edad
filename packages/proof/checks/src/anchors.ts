import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./workspace.ts";

const ANCHOR = /@see (https:\/\/\S+?)[.,]?(?=\s|$)/g;

/** The anchors that core's sources cite, each with its files, relative to the top of the tree. */
export function citedAnchors(): ReadonlyMap<string, readonly string[]> {
  const anchors = new Map<string, string[]>();
  for (const file of globSync("packages/core/src/**/*.ts", { cwd: ROOT }).toSorted()) {
    if (/\.test(?:-d)?\.ts$/.test(file)) continue;
    const source = readFileSync(join(ROOT, file), "utf8");
    for (const anchor of new Set([...source.matchAll(ANCHOR)].map(([, url = ""]) => url))) {
      anchors.set(anchor, [...(anchors.get(anchor) ?? []), file]);
    }
  }
  return anchors;
}
