import type { SettingIssue } from "./settings-error.ts";

/** Reads variables one by one, and keeps what is wrong with them for one error about all. */
export class SettingReader<Name extends string> {
  readonly issues: SettingIssue[] = [];
  readonly #vars: Readonly<Partial<Record<Name, unknown>>>;

  constructor(vars: Readonly<Partial<Record<Name, unknown>>>) {
    this.#vars = vars;
  }

  refuse(name: string, message: string): undefined {
    this.issues.push({ name, message });
  }

  /** `true`, `false`, or the same as text. */
  flag(name: Name, fallback: boolean): boolean {
    const given = this.#given(name);
    if (given === undefined) return fallback;
    const value = trimmed(given);
    if (value === true || value === "true") return true;
    if (value !== false && value !== "false") {
      this.refuse(name, `invalid ${JSON.stringify(given)}; write true or false`);
    }
    return false;
  }

  /** A whole number, or its digits. */
  whole(name: Name, range: { least: number; most: number }, fallback: number): number {
    const given = this.#given(name);
    if (given === undefined) return fallback;
    const value = trimmed(given);
    const digits = typeof value === "string" && /^\d+$/u.test(value) ? Number(value) : value;
    const { least, most } = range;
    if (Number.isInteger(digits) && Number(digits) >= least && Number(digits) <= most) {
      return Number(digits);
    }
    this.refuse(
      name,
      `invalid ${JSON.stringify(given)}; write a whole number from ${least} to ${most}`,
    );
    return fallback;
  }

  /** A JSON list, or a text with commas, spaces or newlines between the entries; `"*"` stays alone. */
  list(name: Name): "*" | readonly string[] | undefined {
    const given = this.#given(name, ", or write [] for an empty list");
    if (given === undefined) return undefined;
    const value = typeof given === "string" ? entriesOf(given) : given;
    if (!Array.isArray(value) || !value.every((entry) => typeof entry === "string")) {
      return this.refuse(name, `invalid ${JSON.stringify(given)}; write a list, such as "a, b"`);
    }
    return value.length === 1 && value[0] === "*" ? "*" : value;
  }

  /** An empty text may be meant as "none" or as "the default", so it is neither. */
  #given(name: Name, others = ""): unknown {
    const value = this.#vars[name];
    if (typeof value !== "string" || value.trim() !== "") return value;
    return this.refuse(name, `empty; leave it out for the default${others}`);
  }
}

/** Shells and pipes put a line feed behind a text. */
function trimmed(value: unknown): unknown {
  return typeof value === "string" ? value.trim() : value;
}

/** The entries of a text. One that begins as a JSON list does is JSON: a dashboard holds only text. */
function entriesOf(text: string): unknown {
  if (!text.trim().startsWith("[")) return text.split(/[\s,]+/u).filter(Boolean);
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
