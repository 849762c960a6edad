import { NOTHING, sum, type Tally, tallyText } from "./tally.ts";

/** Counts what one script checked, and says at its end what `check` reads: `N passed, N failed`. */
export class Report {
  #tally = NOTHING;

  /** One check; without a problem it passed. */
  check(name: string, problem?: string): void {
    if (problem === undefined) {
      this.add({ passed: 1, failed: 0, skipped: 0 });
      console.log(`  ok    ${name}`);
    } else {
      this.add({ passed: 0, failed: 1, skipped: 0 });
      console.log(`  FAIL  ${name}\n${indent(problem)}`);
    }
  }

  /** What a command counted that has already shown it. */
  add(tally: Tally): void {
    this.#tally = sum([this.#tally, tally]);
  }

  /** Prints the totals and sets the exit code. A script that checked nothing has failed. */
  finish(): void {
    console.log(tallyText(this.#tally));
    if (this.#tally.failed > 0 || this.#tally.passed === 0) process.exitCode = 1;
  }
}

function indent(text: string): string {
  return text.trimEnd().replaceAll(/^/gm, "        ");
}
