/** An error as DevTools reports it. */
export interface ReportedError {
  readonly corsError: string;
  readonly failedParameter: string;
  readonly message?: string;
}

/** A real browser with one page open. */
export interface Engine {
  readonly name: EngineName;
  readonly version: string;
  /** Errors of a case, in order; undefined where the browser cannot tell. */
  errorsOf(id: string): readonly ReportedError[] | undefined;
  /** Lines of the console about a case, in order; none unless the browser was opened to hear them. */
  linesOf(id: string): readonly string[];
  /** Waits until the browser has said all it has to say: errors travel on a channel of their own. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** How to open a browser. */
export interface EngineOptions {
  /** Takes certificates that no one vouches for. */
  readonly ignoresCertificates?: boolean;
  /** More switches of the command line. */
  readonly switches?: readonly string[];
  /** Reads the console along. */
  readonly hearsConsole?: boolean;
  /** More preferences of Firefox. */
  readonly preferences?: Readonly<Record<string, string | number | boolean>>;
}

export type EngineName = "chromium" | "firefox" | "webkit";
