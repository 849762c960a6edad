// The searches on Bun's own servers. Takes its extent as JSON, and prints its reports as JSON.
import { argv, exit } from "node:process";
import { BUN, serveOnBun } from "../src/routers/bun.ts";
import { listening } from "../src/routers/fetch-style.ts";
import { honoOn } from "../src/routers/hono.ts";
import { search } from "../src/search.ts";

const hono = honoOn(
  "hono on Bun.serve",
  listening((fetch) => serveOnBun({ fetch })),
);
const extent = JSON.parse(argv[2] ?? "");
const reports = [];
for (const subject of [...BUN, hono]) reports.push(await search(subject, extent));
console.log(JSON.stringify(reports));
exit();
