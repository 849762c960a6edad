import { report } from "@crossgate/core/origin-entry";

/** A table that is wrong as a whole fills no log. */
const MOST_LINES = 50;

/** Entries that are left out of a list: each is told once, and again if it was gone meanwhile. */
export class ReportedProblems {
  #known: ReadonlyMap<string, string> = new Map();

  get count(): number {
    return this.#known.size;
  }

  report(problems: ReadonlyMap<string, string>): void {
    const lines = [...problems].filter(([entry]) => !this.#known.has(entry)).map(([, why]) => why);
    this.#known = problems;
    if (lines.length === 0) return;
    const rest = lines.length > MOST_LINES ? [`and ${lines.length - MOST_LINES} more`] : [];
    const text = [...lines.slice(0, MOST_LINES), ...rest].map((line) => `\n  ${line}`).join("");
    report(`entries of the list of origins were left out:${text}`);
  }
}
