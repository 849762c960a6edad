import { runStage, STAGES } from "./stages.ts";
import { sum, type Tally, tallyText } from "./tally.ts";

interface Row {
  readonly name: string;
  readonly seconds: number;
  readonly tally: Tally;
}

const rows: Row[] = [];
const wanted = process.argv.slice(2);
for (const stage of STAGES) {
  if (wanted.length > 0 && !wanted.includes(stage.name)) continue;
  console.log(`\n=== ${stage.name} (pnpm ${stage.script})`);
  const begin = performance.now();
  const tally = await runStage(stage);
  const row = { name: stage.name, seconds: (performance.now() - begin) / 1000, tally };
  console.log(`--- ${line(row)}`);
  rows.push(row);
}

const total = sum(rows.map(({ tally }) => tally));
console.log(`\n${rows.map(line).join("\n")}\n\n${tallyText(total)}`);
if (total.failed > 0 || total.passed === 0) process.exitCode = 1;

function line({ name, seconds, tally }: Row): string {
  const mark = tally.failed === 0 ? "ok  " : "FAIL";
  return `${mark}  ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s   ${tallyText(tally)}`;
}
