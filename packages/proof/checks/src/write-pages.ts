import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadCases } from "./cases.ts";
import { readPage } from "./markdown.ts";
import { pages } from "./pages.ts";
import { withPlaces } from "./places.ts";
import { renderSpec, SPEC } from "./spec.ts";
import { ROOT } from "./workspace.ts";

writeFileSync(join(ROOT, SPEC), renderSpec(await loadCases()));
for (const page of pages()) {
  const text = readPage(page);
  const current = withPlaces(text);
  if (current !== text) writeFileSync(join(ROOT, page), current);
}
