import { argv } from "node:process";
import { parseArgs } from "node:util";
import { searchInChild } from "./in-child.ts";
import { searchOnNext } from "./on-next.ts";
import { formatReport, formatWrong } from "./print.ts";
import { H3_ROUTER } from "./routers/h3.ts";
import { inProcess } from "./routers/fetch-style.ts";
import { HONO, honoOn } from "./routers/hono.ts";
import { ITTY } from "./routers/itty.ts";
import { NODE_SERVER } from "./routers/node-server.ts";
import { urlPatternOn } from "./routers/url-pattern.ts";
import { type Extent, type Report, search } from "./search.ts";

/** How many policies and applications each router gets, as a stage of the checks and in the whole. */
const SETTINGS = { quick: 6, whole: 80 };

const { values } = parseArgs({
  args: argv.slice(2),
  options: { whole: { type: "boolean" }, seed: { type: "string" } },
});
const extent: Extent = {
  seed: values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed),
  settings: SETTINGS[values.whole ? "whole" : "quick"],
  paths: 30,
  spellings: 6,
};
console.log(`seed ${extent.seed} (pnpm paths --seed ${extent.seed} runs the same search)`);

const reports: Report[] = [];
const SUBJECTS = [
  ...HONO,
  ITTY,
  H3_ROUTER,
  urlPatternOn("URLPattern", inProcess),
  honoOn("hono on node-server", NODE_SERVER),
];
for (const subject of SUBJECTS) reports.push(await search(subject, extent));
reports.push(...(await searchInChild("bun", extent)), ...(await searchInChild("deno", extent)));
// Building takes half a minute; a small part runs with the end-to-end tests.
if (values.whole) reports.push(...(await searchOnNext({ ...extent, settings: 25 })));

for (const report of reports) console.log(formatReport(report));
for (const wrong of reports.flatMap(({ wrong }) => wrong.slice(0, 5))) {
  console.log(formatWrong(wrong));
}
const cases = reports.reduce((sum, report) => sum + report.cases, 0);
const wrong = reports.reduce((sum, report) => sum + report.wrong.length, 0);
console.log(`${cases} paths × 3 requests, ${wrong} answers wrong`);
console.log(`${cases - wrong} passed, ${wrong} failed`);
if (wrong > 0) process.exitCode = 1;
