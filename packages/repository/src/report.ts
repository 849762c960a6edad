/** Counts what one script checked, and says at its end what `check` reads: `N passed, N failed`. */
export class Report {
  #passed = 0;
  #failed = 0;

  /** One check; without a problem it passed. */
  check(name: string, problem?: string): void {
    if (problem === undefined) {
      this.#passed += 1;
      console.log(`  ok    ${name}`);
    } else {
      this.#failed += 1;
      console.log(`  FAIL  ${name}\n${indent(problem)}`);
    }
  }

  /** Prints the totals and sets the exit code. A script that checked nothing has failed. */
  finish(): void {
    console.log(`${this.#passed} passed, ${this.#failed} failed`);
    if (this.#failed > 0 || this.#passed === 0) process.exitCode = 1;
  }
}

function indent(text: string): string {
  return text.trimEnd().replaceAll(/^/gm, "        ");
}
