import { argv, version } from "node:process";
import { allCases } from "../src/cases/all.ts";
import { printReport } from "../src/report-line.ts";
import { run } from "../src/run.ts";
import { coreSubjects } from "../src/subjects/core.ts";

const upstream = argv[2] ?? "";
printReport(
  await run(allCases, coreSubjects, { name: "node", version: version.slice(1), upstream }),
);
