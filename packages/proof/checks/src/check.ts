import { type Outcome, runStage, STAGES } from "./stages.ts";
import { sum, tallyText } from "./tally.ts";

interface Row extends Outcome {
  readonly name: string;
  readonly seconds: number;
}

const rows: Row[] = [];
const wanted = process.argv.slice(2);
for (const stage of STAGES) {
  if (wanted.length > 0 && !wanted.includes(stage.name)) continue;
  console.log(`\n=== ${stage.name} (pnpm ${stage.script})`);
  const begin = performance.now();
  const outcome = await runStage(stage);
  const row = { ...outcome, name: stage.name, seconds: (performance.now() - begin) / 1000 };
  console.log(`--- ${line(row)}`);
  rows.push(row);
}

const total = sum(rows.map(({ tally }) => tally));
const told = rows.flatMap(({ name, told }) => told.map((text) => `${name}: ${text}`));
console.log(`\n${rows.map(line).join("\n")}\n`);
if (told.length > 0) console.log(`${told.join("\n")}\n`);
console.log(tallyText(total));
if (total.failed > 0 || total.passed === 0) process.exitCode = 1;

function line({ name, seconds, tally }: Row): string {
  const mark = tally.failed === 0 ? "ok  " : "FAIL";
  return `${mark}  ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s   ${tallyText(tally)}`;
}
