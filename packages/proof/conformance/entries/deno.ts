import { argv, versions } from "node:process";
import { allCases } from "../src/cases/all.ts";
import { printReport } from "../src/report-line.ts";
import { run } from "../src/run.ts";
import { coreSubjects } from "../src/subjects/core.ts";
import { denoSubjects } from "../src/subjects/deno.ts";
import { honoSubjects } from "../src/subjects/hono.ts";
import { originsSubjects } from "../src/subjects/origins.ts";

const upstream = argv[2] ?? "";
const subjects = [...coreSubjects, ...originsSubjects, ...honoSubjects, ...denoSubjects];
const version = versions["deno"] ?? "";
printReport(await run(allCases, subjects, { name: "deno", version, upstream }));
