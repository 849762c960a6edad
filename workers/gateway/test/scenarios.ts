const WIDTH = 58;

/** What the scenarios came to, for a person to read at the end of the run. */
export class ScenarioTable {
  readonly #rows: (readonly [scenario: string, outcome: string])[] = [];

  note(scenario: string, outcome: string): void {
    this.#rows.push([scenario, outcome]);
  }

  print(title: string): void {
    const rows = this.#rows.map(([scenario, outcome]) => `  ${scenario.padEnd(WIDTH)} ${outcome}`);
    console.log(`\n${title}\n${rows.join("\n")}\n`);
  }
}
