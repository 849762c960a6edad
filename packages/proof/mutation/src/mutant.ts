/** One fault that was planted. */
export interface Mutant {
  /** From the top of the tree. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly lastLine: number;
  /** The first column behind it. */
  readonly endColumn: number;
  /** What kind of fault it is, in StrykerJS's words. */
  readonly mutator: string;
  /** The source that was replaced, on one line. */
  readonly original: string;
  readonly replacement: string;
  readonly status: MutantStatus;
}

export type MutantStatus =
  | "Killed"
  | "Timeout"
  | "Survived"
  | "NoCoverage"
  | "CompileError"
  | "RuntimeError"
  | "Ignored"
  | "Pending";

/** The part of StrykerJS's JSON report that is read here. */
interface StrykerReport {
  readonly files: Readonly<Record<string, StrykerFile>>;
}

interface StrykerFile {
  readonly source: string;
  readonly mutants: readonly {
    readonly mutatorName: string;
    readonly replacement?: string;
    readonly status: MutantStatus;
    readonly location: { readonly start: Position; readonly end: Position };
  }[];
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/** Reads the mutants out of a report of StrykerJS. */
export function mutantsOf(report: StrykerReport): readonly Mutant[] {
  return Object.entries(report.files).flatMap(([file, { source, mutants }]) =>
    mutants.map(({ mutatorName, replacement = "", status, location }) => ({
      file,
      line: location.start.line,
      column: location.start.column,
      lastLine: location.end.line,
      endColumn: location.end.column,
      mutator: mutatorName,
      original: oneLine(slice(source, location.start, location.end)),
      replacement: oneLine(replacement),
      status,
    })),
  );
}

/** Whether no test has noticed it. */
export function isUnnoticed({ status }: Mutant): boolean {
  return status === "Survived" || status === "NoCoverage";
}

/** Positions count lines from one and columns from one, the end excluded. */
function slice(source: string, start: Position, end: Position): string {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = lines[last]!.slice(0, end.column - 1);
  lines[0] = lines[0]!.slice(start.column - 1);
  return lines.join("\n");
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
