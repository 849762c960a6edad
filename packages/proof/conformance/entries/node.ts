import { argv, version } from "node:process";
import { allCases } from "../src/cases/all.ts";
import { printReport } from "../src/report-line.ts";
import { run } from "../src/run.ts";
import { coreSubjects } from "../src/subjects/core.ts";
import { honoSubjects } from "../src/subjects/hono.ts";
import { nextSubjects } from "../src/subjects/next.ts";
import { originsSubjects } from "../src/subjects/origins.ts";

const upstream = argv[2] ?? "";
const subjects = [...coreSubjects, ...originsSubjects, ...honoSubjects, ...nextSubjects];
printReport(await run(allCases, subjects, { name: "node", version: version.slice(1), upstream }));
