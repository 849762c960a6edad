import { argv } from "node:process";
import { inspect, parseArgs } from "node:util";
import { fuzz } from "./fuzz.ts";

const { values } = parseArgs({
  args: argv.slice(2).filter((arg) => arg !== "--"),
  options: { cases: { type: "string", default: "50000" }, seed: { type: "string" } },
});
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
console.log(`seed ${seed} (pnpm fuzz --seed ${seed} --cases ${values.cases} runs the same cases)`);
// What handlers throw is reported, and here it is thrown on purpose.
console.error = () => {};
const { cases, policies, reasons, wrong } = await fuzz(seed, Number(values.cases));
for (const each of wrong) console.log(inspect(each, { depth: 6, breakLength: 120 }));
for (const [reason, count] of [...reasons].toSorted(([, a], [, b]) => b - a)) {
  console.log(`${String(count).padStart(9)}  ${reason}`);
}
console.log(`${cases} cases under ${policies} policies`);
console.log(`${cases - wrong.length} passed, ${wrong.length} failed`);
if (wrong.length > 0) process.exitCode = 1;
