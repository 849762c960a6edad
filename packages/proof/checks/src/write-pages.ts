import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadCases } from "./cases.ts";
import { readPage } from "./markdown.ts";
import { pages } from "./pages.ts";
import { PEER_DEFECTS, renderPeerDefects } from "./peer-defects.ts";
import { withPlaces } from "./places.ts";
import { renderSpec, SPEC } from "./spec.ts";
import { TREE, withLines } from "./tree-lines.ts";
import { ROOT } from "./workspace.ts";

const cases = await loadCases();
writeFileSync(join(ROOT, SPEC), renderSpec(cases));
writeFileSync(join(ROOT, PEER_DEFECTS), renderPeerDefects(cases));
for (const page of pages()) {
  const text = readPage(page);
  const current = withPlaces(page === TREE ? withLines(text) : text);
  if (current !== text) writeFileSync(join(ROOT, page), current);
}
