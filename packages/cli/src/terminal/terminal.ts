import picocolors from "picocolors";

export type Colors = ReturnType<typeof picocolors.createColors>;

/** Where text goes, and what it can show. */
export interface Terminal {
  readonly colors: Colors;
  /** Columns to fill; long lines are wrapped. */
  readonly columns: number;
  /** Whether a person watches, and a progress bar makes sense. */
  readonly isInteractive: boolean;
}

const widest = 110;
const narrowest = 40;

/** The process's own terminal. `NO_COLOR` and `FORCE_COLOR` are obeyed. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  const columns = stdout.columns ?? 80;
  return {
    colors: picocolors,
    columns: Math.max(narrowest, Math.min(widest, columns)),
    isInteractive: stderr.isTTY,
  };
}
