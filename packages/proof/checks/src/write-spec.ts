import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadCases } from "./cases.ts";
import { renderSpec, SPEC } from "./spec.ts";
import { ROOT } from "./workspace.ts";

writeFileSync(join(ROOT, SPEC), renderSpec(await loadCases()));
