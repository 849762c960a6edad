// Loads the gateway and what it is compared with in turns, checks every response, and says how fast
// they came. Bounded: rounds times contenders times seconds.
import { BASELINE, startContenders } from "./contenders.ts";
import { type Measured, measure } from "./measure.ts";

/** Many and short, because machines have other work in between: what it slows down is a part of a few. */
const ROUNDS = 16;
const SECONDS = 0.4;
const CONNECTIONS = 64;

interface Round extends Measured {
  /** Microseconds of a processor that workerd takes for one response; NaN where no one can tell. */
  readonly cpu: number;
}

const contenders = await startContenders();
const rounds = new Map<string, Round[]>();
try {
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { name, url, isGated } of contenders.all) {
      const until = { duration: round === 0 ? 1 : SECONDS };
      const before = contenders.cpuMicroseconds();
      const measured = await measure({ url, isGated, connections: CONNECTIONS, until });
      const cpu = (contenders.cpuMicroseconds() - before) / measured.answers;
      rounds.set(name, [...(rounds.get(name) ?? []), { ...measured, cpu }]);
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
      `${ratio(timed, ({ perSecond }) => perSecond)} times`,
      `${median(timed.map(({ cpu }) => cpu)).toFixed(0)} µs of a processor (${ratio(timed, ({ cpu }) => 1 / cpu)})`,
      `p50 ${median(timed.map(({ p50 }) => p50))} ms`,
      `p99 ${median(timed.map(({ p99 }) => p99))} ms`,
      `${total(all.map(({ answers }) => answers))} answers checked`,
      `${Math.min(...timed.map(({ origins }) => origins))} origins`,
    ].join("   "),
  );
  for (const line of all.flatMap(({ wrong: lines }) => lines)) console.error(`  WRONG: ${line}`);
}
console.log(`${wrong} wrong responses`);
if (wrong > 0) process.exitCode = 1;

/** To the baseline within each round, because machines have other work in between. */
function ratio(timed: readonly Round[], speed: (round: Round) => number): string {
  const baseline = rounds.get(BASELINE)?.slice(1) ?? [];
  const ratios = timed.map((round, index) => {
    const other = baseline[index];
    return other ? speed(round) / speed(other) : Number.NaN;
  });
  return median(ratios).toFixed(2);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}
