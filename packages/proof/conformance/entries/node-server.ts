import { argv } from "node:process";
import { allCases } from "../src/cases/all.ts";
import { serveOnNode } from "../src/node-server.ts";
import { serveCases } from "../src/serve-cases.ts";
import { wrapped } from "../src/subjects/core.ts";

const upstream = argv[2] ?? "";
console.log(await serveOnNode(serveCases(allCases, wrapped, { upstream })));
