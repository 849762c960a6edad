import { CONTENDERS } from "./contenders/index.ts";
import { LOADS } from "./loads.ts";
import { type Row, time } from "./run.ts";
import { runtimeName } from "./runtime.ts";
import { answerProblem } from "./verify.ts";

/** How often each answer is looked at, also once the code is warm. */
const TIMES = 500;

let failed = 0;
for (const load of LOADS) {
  for (const contender of CONTENDERS) {
    const problem = await firstProblem(() => answerProblem(contender, load));
    if (problem === undefined) continue;
    failed += 1;
    console.log(`  FAIL  ${contender.name}, ${load.name}: ${problem}`);
  }
}
console.log(
  `${runtimeName()}: ${LOADS.length * CONTENDERS.length - failed} right, ${failed} wrong`,
);

if (failed > 0) throw new Error("what answers wrongly is not timed");
if (!process.argv.includes("--smoke")) {
  for (const load of LOADS)
    console.log(`\n${load.name}\n${(await time(load)).map(line).join("\n")}`);
}

async function firstProblem(check: () => Promise<string | undefined>): Promise<string | undefined> {
  for (let turn = 0; turn < TIMES; turn++) {
    const problem = await check();
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function line({ contender, nanoseconds, overhead, ratio }: Row): string {
  const columns = [
    `${nanoseconds.toFixed(0).padStart(8)} ns`,
    `${overhead.toFixed(0).padStart(8)} ns over bare`,
    ratio === undefined ? "" : `${ratio.toFixed(2).padStart(6)} × by hand`,
  ];
  return `  ${contender.padEnd(18)}${columns.join("  ")}`;
}
