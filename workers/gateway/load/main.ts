// Loads the gateway and what it is compared with in turns, checks every answer, and says how fast
// they came. Bounded: rounds times contenders times seconds.
import { BASELINE, startContenders } from "./contenders.ts";
import { type Measured, measure } from "./measure.ts";

const ROUNDS = 3;
const SECONDS = 1.5;
const CONNECTIONS = 64;

const contenders = await startContenders();
const rounds = new Map<string, Measured[]>();
try {
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { name, url, isGated } of contenders.all) {
      const seconds = round === 0 ? 1 : SECONDS;
      const measured = await measure({ url, isGated, connections: CONNECTIONS, seconds });
      rounds.set(name, [...(rounds.get(name) ?? []), measured]);
    }
  }
} finally {
  await contenders.stop();
}

let wrong = 0;
console.log(
  `${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s after a warm-up; medians`,
);
for (const [name, all] of rounds) {
  const timed = all.slice(1);
  wrong += total(all.map(({ wrongCount }) => wrongCount));
  console.log(
    [
      name.padEnd(26),
      `${median(timed.map(({ perSecond }) => perSecond))
        .toFixed(0)
        .padStart(6)} per second`,
      `${median(timed.map(ratioToBaseline)).toFixed(2)} times`,
      `p50 ${median(timed.map(({ p50 }) => p50))} ms`,
      `p99 ${median(timed.map(({ p99 }) => p99))} ms`,
      `${total(all.map(({ answers }) => answers))} answers checked`,
      `${Math.min(...timed.map(({ origins }) => origins))} origins`,
    ].join("   "),
  );
  for (const line of all.flatMap(({ wrong: lines }) => lines)) console.error(`  WRONG: ${line}`);
}
console.log(`${wrong} wrong answers`);
if (wrong > 0) process.exitCode = 1;

/** Within a round, because machines have other work in between. */
function ratioToBaseline({ perSecond }: Measured, round: number): number {
  return perSecond / (rounds.get(BASELINE)?.[round + 1]?.perSecond ?? Number.NaN);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}
