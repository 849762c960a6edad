import { argv, versions } from "node:process";
import { allCases } from "../src/cases/all.ts";
import { printReport } from "../src/report-line.ts";
import { run } from "../src/run.ts";
import { coreSubjects } from "../src/subjects/core.ts";

const upstream = argv[2] ?? "";
const version = versions["bun"] ?? "";
printReport(await run(allCases, coreSubjects, { name: "bun", version, upstream }));
