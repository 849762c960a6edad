import { argv } from "node:process";
import { checkAnswers } from "./quick.ts";
import { runAll } from "./full.ts";

if (argv.includes("--quick")) await checkAnswers();
else await runAll();
