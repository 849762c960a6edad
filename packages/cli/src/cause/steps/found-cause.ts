import type { CauseCode } from "../cause-code.ts";
import type { Answer } from "../evidence.ts";

/** The cause, and what its sentence names. */
export interface FoundCause {
  readonly code: CauseCode;
  readonly detail: string;
  /** The response that shows it. */
  readonly answer?: Answer | undefined;
}
