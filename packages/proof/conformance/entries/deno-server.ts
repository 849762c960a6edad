import { argv } from "node:process";
import { allCases } from "../src/cases/all.ts";
import { serveOnDeno } from "../src/deno-server.ts";
import { serveCases } from "../src/serve-cases.ts";
import { wrapped } from "../src/subjects/core.ts";

const upstream = argv[2] ?? "";
console.log(serveOnDeno(serveCases(allCases, wrapped, { upstream })));
