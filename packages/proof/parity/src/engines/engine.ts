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
}

export type EngineName = "chromium" | "firefox" | "webkit";
