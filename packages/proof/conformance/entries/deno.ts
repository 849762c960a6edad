import { argv, versions } from "node:process";
import { allCases } from "../src/cases/all.ts";
import { printReport } from "../src/report-line.ts";
import { run } from "../src/run.ts";
import { coreSubjects } from "../src/subjects/core.ts";
import { denoSubjects } from "../src/subjects/deno.ts";
import { honoSubjects } from "../src/subjects/hono.ts";

const upstream = argv[2] ?? "";
const subjects = [...coreSubjects, ...honoSubjects, ...denoSubjects];
const version = versions["deno"] ?? "";
printReport(await run(allCases, subjects, { name: "deno", version, upstream }));
