import type { Connection, GivenHeader } from "../given/given.ts";
import type { PayloadClass } from "./payloads.ts";

export type Severity = "high" | "medium" | "low";

/** What an audit looks for: every class of payload, and what the responses show by themselves. */
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

/** A part of the plan that no response decides. */
export interface Untested {
  /** The probe: its class and origin, or what was asked. `everything` is the endpoint as a whole. */
  readonly what: string;
  readonly why: string;
}

/** What `audit` is asked. */
export interface AuditQuestion {
  readonly url: string;
  /** Origins that are meant to be allowed. @default the URL's own origin */
  readonly allowed?: readonly string[] | undefined;
  /**
   * Headers of someone who is signed in, `Cookie` too: an endpoint behind a login is seen with them.
   * `Origin` counts as one of `allowed`.
   */
  readonly headers?: readonly GivenHeader[] | undefined;
  /** The way to the server. @default as its URL says, with certificates that browsers trust */
  readonly connection?: Connection | undefined;
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
  readonly version: 2;
  readonly url: string;
  readonly allowed: readonly string[];
  /**
   * - `clean`: every probe was answered, and no response shows a hole
   * - `findings`: at least one does, whatever else was not tested
   * - `incomplete`: none does, and `untested` says what might hide one
   * - `unreachable`: there was no response at all
   */
  readonly verdict: "clean" | "findings" | "incomplete" | "unreachable";
  /** Requests that were made, repeated ones included. */
  readonly requests: number;
  /** Probes that were planned and not sent. */
  readonly skipped: number;
  /** The classes of attack that a response decided. */
  readonly tested: readonly string[];
  readonly untested: readonly Untested[];
  readonly findings: readonly AuditFinding[];
  readonly unreachable: { readonly fault: string; readonly detail: string } | null;
}
