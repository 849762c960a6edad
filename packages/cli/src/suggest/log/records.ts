/** What may be read as a log: its text, or what yields it piece by piece. */
export type Log = string | AsyncIterable<string | Uint8Array>;

/** A longer record is no line of a log. */
const longest = 1_048_576;

/** What colours a line on a terminal. */
// oxlint-disable-next-line no-control-regex -- that is how it begins
const colours = /\u001b\[[\d;]*m/g;

/** The brace that opens an object, and a short text in front of it, as a console writes them. */
const opening = /^(\s*)([^{}"'`]{0,200}[\s:])?\{$/;

/** An object that is printed over several lines, as far as it has come. */
interface OpenObject {
  readonly indent: string;
  /** Whether a text stands in front of its brace, and it may be no object after all. */
  readonly isLabelled: boolean;
  readonly lines: string[];
  length: number;
}

/** Cuts a log into its records: a line each, or an object that is printed over several lines. */
export class RecordCutter {
  #decoder: TextDecoder | undefined;
  /** The beginning of a line whose end has not come yet. */
  #rest = "";
  /** Whether the line is already too long, and is left out up to its end. */
  #isTooLong = false;
  #object: OpenObject | undefined;
  /** Records that were left out because of their length. */
  tooLong = 0;

  /** The records that end in this chunk. */
  push(chunk: string | Uint8Array): readonly string[] {
    const lines = `${this.#rest}${this.#textOf(chunk)}`.split("\n");
    this.#rest = lines.pop() ?? "";
    const records = lines.flatMap((line) => this.#line(line));
    if (this.#rest.length > longest) {
      this.#rest = "";
      this.#isTooLong = true;
    }
    return records;
  }

  /** The last record, which may have no line feed behind it. */
  end(): readonly string[] {
    const last = this.push("\n");
    const open = this.#object?.lines ?? [];
    this.#object = undefined;
    return [...last, ...open.filter((line) => line.trim() !== "{")];
  }

  #textOf(chunk: string | Uint8Array): string {
    if (typeof chunk === "string") return chunk;
    // A shell of Windows writes what it redirects in UTF-16.
    this.#decoder ??= new TextDecoder(
      chunk[0] === 0xff && chunk[1] === 0xfe ? "utf-16le" : "utf-8",
    );
    return this.#decoder.decode(chunk, { stream: true });
  }

  #line(text: string): string | readonly string[] {
    const line = (text.includes("\u001b") ? text.replace(colours, "") : text).trimEnd();
    if (this.#isTooLong || line.length > longest) {
      this.#isTooLong = false;
      this.tooLong += 1;
      return [];
    }
    if (this.#object) return this.#inObject(this.#object, line);
    const [, indent, label] = (line.endsWith("{") && opening.exec(line)) || [];
    if (indent === undefined) return line === "" ? [] : line.trimStart();
    this.#object = { indent, isLabelled: label !== undefined, lines: [line], length: 1 };
    return [];
  }

  #inObject(object: OpenObject, line: string): string | readonly string[] {
    if (object.isLabelled && isBeside(object, line)) {
      this.#object = undefined;
      return [...object.lines.map((each) => each.trimStart()), this.#line(line)].flat();
    }
    object.length += line.length;
    if (object.length <= longest) object.lines.push(line);
    if (line !== `${object.indent}}` && line !== `${object.indent}},`) return [];
    this.#object = undefined;
    if (object.length <= longest) return object.lines.join("\n").trimStart();
    this.tooLong += 1;
    return [];
  }
}

/** Whether a line is neither in an object nor its end: what looked like one was another text. */
function isBeside({ indent }: OpenObject, line: string): boolean {
  const isInside = [" ", "\t", "}"].some((next) => line.startsWith(indent + next));
  return line !== "" && !isInside;
}
