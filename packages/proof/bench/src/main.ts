import { argv } from "node:process";
import { measureBounds } from "./bounds/measure.ts";
import { checkAnswers } from "./quick.ts";
import { runAll } from "./full.ts";
import { boundsTable } from "./report/bounds.ts";

if (argv.includes("--quick")) await checkAnswers();
else if (argv.includes("--bounds")) console.log(boundsTable(await measureBounds()));
else await runAll();
