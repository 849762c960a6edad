import { argv } from "node:process";
import { serveOnBun } from "../src/bun-server.ts";
import { allCases } from "../src/cases/all.ts";
import { serveCases } from "../src/serve-cases.ts";
import { mounted } from "../src/subjects/hono.ts";

const upstream = argv[2] ?? "";
console.log(serveOnBun({ fetch: serveCases(allCases, mounted, { upstream }) }));
