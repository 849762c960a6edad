import { CorsConfigError, type ConfigIssue } from "@crossgate/core";

/** The default of a number, and its bounds. */
export type Bounds = readonly [standard: number, least: number, most: number];

/**
 * Reads options one by one and notes every problem, so that one reading mends them all.
 *
 * @example
 * ```ts
 * const reader = new OptionReader("tableOrigins", { table: "origins" });
 * const table = reader.read("table", (value) => typeof value === "string", "the table's name");
 * reader.finish();
 * ```
 */
export class OptionReader {
  readonly #caller: string;
  readonly #given: Map<string, unknown>;
  readonly #issues: ConfigIssue[] = [];

  /**
   * @param caller the public function, which stands in front of every option's name in messages
   * @param options what that function was given
   */
  constructor(caller: string, options: unknown) {
    this.#caller = caller;
    const isObject = typeof options === "object" && options !== null;
    // Own members alone: what someone put into a prototype is no one's option.
    this.#given = new Map(isObject ? Object.entries(options) : []);
    if (!isObject) this.refuse("options", "invalid", `${quote(options)}; write an object`);
  }

  /**
   * Reads one option.
   *
   * @param name the option
   * @param isValid checks a value that was given
   * @param expected what to write, for the message
   * @returns the value, or `undefined` where none was given
   */
  read(name: string, isValid: (value: unknown) => boolean, expected: string): unknown {
    const value = this.#given.get(name);
    this.#given.delete(name);
    if (value !== undefined && !isValid(value)) {
      this.refuse(name, "invalid", `value ${quote(value)}; write ${expected}`);
    }
    return value;
  }

  /** Reads a number of seconds, fractions included, and returns milliseconds. */
  seconds(name: string, bounds: Bounds): number {
    return this.#number(name, bounds, "a number of seconds", () => true) * 1000;
  }

  /** Reads a whole number. */
  count(name: string, bounds: Bounds): number {
    return this.#number(name, bounds, "a whole number", Number.isInteger);
  }

  /** Reads a function. */
  callable(name: string, expected: string): unknown {
    return this.read(name, (value) => typeof value === "function", expected);
  }

  /** Notes a problem. */
  refuse(name: string, code: ConfigIssue["code"], message: string): void {
    this.#issues.push({ path: `${this.#caller}.${name}`, code, message: `${code} ${message}` });
  }

  /**
   * Ends the reading. An option that no one has read is unknown.
   *
   * @throws CorsConfigError with every problem
   */
  finish(): void {
    for (const name of this.#given.keys()) {
      this.refuse(name, "unknown", "option; there is none of this name");
    }
    if (this.#issues.length > 0) throw new CorsConfigError(this.#issues);
  }

  #number(
    name: string,
    [standard, least, most]: Bounds,
    kind: string,
    isOfKind: (value: number) => boolean,
  ): number {
    const isValid = (value: unknown): boolean =>
      typeof value === "number" && value >= least && value <= most && isOfKind(value);
    return Number(this.read(name, isValid, `${kind} from ${least} to ${most}`) ?? standard);
  }
}

function quote(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 120));
  return typeof value === "number" ? String(value) : `of type ${typeof value}`;
}
