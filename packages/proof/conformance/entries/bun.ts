import { argv, versions } from "node:process";
import { allCases } from "../src/cases/all.ts";
import { printReport } from "../src/report-line.ts";
import { run } from "../src/run.ts";
import { bunSubjects } from "../src/subjects/bun.ts";
import { coreSubjects } from "../src/subjects/core.ts";
import { honoSubjects } from "../src/subjects/hono.ts";
import { originsSubjects } from "../src/subjects/origins.ts";

const upstream = argv[2] ?? "";
const subjects = [...coreSubjects, ...originsSubjects, ...honoSubjects, ...bunSubjects];
const version = versions["bun"] ?? "";
printReport(await run(allCases, subjects, { name: "bun", version, upstream }));
