import type { PayloadClass } from "./payloads.ts";

export type Severity = "high" | "medium" | "low";

/** What an audit looks for: every class of payload, and what the answers show by themselves. */
export type AuditCode =
  | PayloadClass
  | "wildcard-with-credentials"
  | "vary-missing"
  | "leak-on-errors"
  | "leak-on-preflight"
  | "malformed-allow-origin"
  | "allowed-refused";

/** A hole, with what proves it. */
export interface AuditFinding {
  readonly code: AuditCode;
  readonly severity: Severity;
  readonly summary: string;
  /** What was sent and what came back; the first of these proves it. */
  readonly evidence: readonly string[];
  readonly fix: string;
}

/** What `audit` is asked. */
export interface AuditQuestion {
  readonly url: string;
  /** Origins that are meant to be allowed. @default the URL's own origin */
  readonly allowed?: readonly string[] | undefined;
  /** Requests a second. @default 5 */
  readonly rate?: number | undefined;
  /** Requests altogether. @default 150 */
  readonly maxRequests?: number | undefined;
  /** Milliseconds per request. @default 5000 */
  readonly timeout?: number | undefined;
  /** Hears about every request. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** The result; `--json` prints it as it is. */
export interface AuditReport {
  /** Counts up when a member goes or changes its meaning; new members may come at any time. */
  readonly version: 1;
  readonly url: string;
  readonly allowed: readonly string[];
  /** `unreachable` when the server stopped answering, and the findings are what was seen until then. */
  readonly verdict: "clean" | "findings" | "unreachable";
  readonly requests: number;
  /** Requests that were planned and not made. */
  readonly skipped: number;
  readonly findings: readonly AuditFinding[];
  readonly unreachable: { readonly fault: string; readonly detail: string } | null;
}
