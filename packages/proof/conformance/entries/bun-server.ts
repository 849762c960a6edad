import { argv } from "node:process";
import { serveOnBun } from "../src/bun-server.ts";
import { allCases } from "../src/cases/all.ts";
import { serveCases } from "../src/serve-cases.ts";
import { wrapped } from "../src/subjects/core.ts";

const upstream = argv[2] ?? "";
console.log(serveOnBun({ fetch: serveCases(allCases, wrapped, { upstream }) }));
