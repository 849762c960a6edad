/** What a browser's own developer tools give to someone who copies or exports. */
export interface Recorded {
  /** The lines of the console about CORS. */
  readonly lines: readonly string[];
  /** The file of "Save all as HAR". */
  readonly har: string;
  /** "Copy as …" of every request, by the menu's names. */
  readonly copies: readonly Copy[];
}

/** One request as one entry of the menu copies it. */
export interface Copy {
  readonly as: string;
  readonly url: string;
  readonly method: string;
  readonly text: string;
}

/** A browser with its developer tools open, beside a page. */
export interface DevTools {
  /** Runs a script in the page, and records what came of it. */
  record(script: string): Promise<Recorded>;
  close(): Promise<void>;
}

/** How long the tools are given to hear of everything. */
export const settling = 3000;
