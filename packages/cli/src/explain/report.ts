import type { CorsCode, Profile, WarningCode } from "@crossgate/browser";
import type { ServerKind } from "./server-kind.ts";

/** What `explain` is asked: a request as a page's script would write it. */
export interface Question {
  readonly url: string;
  /** The page's origin. @default "https://example.com" */
  readonly origin?: string | undefined;
  readonly method?: string | undefined;
  readonly headers?: readonly (readonly [name: string, value: string])[] | undefined;
  readonly body?: string | undefined;
  readonly credentials?: RequestCredentials | undefined;
  /** @default "chromium" */
  readonly profile?: Profile | undefined;
  /** Milliseconds per exchange. @default 10000 */
  readonly timeout?: number | undefined;
  /** Whether to look for silent problems with a few more requests, all GET. @default true */
  readonly probes?: boolean | undefined;
}

/** What a browser made of one received header. */
export interface HeaderNote {
  readonly name: string;
  readonly value: string;
  /** `bad` is what the browser refused; `silent` what no browser reports. */
  readonly mark: "none" | "good" | "bad" | "silent";
  readonly remark: string;
}

/** One exchange of the story. */
export interface Step {
  readonly kind: "preflight" | "actual";
  /** Why the browser asked first, or why it needed not to. */
  readonly because: readonly string[];
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly (readonly [name: string, value: string])[];
    /** Whether a browser would have added cookies. */
    readonly credentials: boolean;
  };
  readonly response: {
    readonly status: number;
    readonly statusText: string;
    readonly headers: readonly HeaderNote[];
    /** CORS headers that are not there and would have been needed. */
    readonly missing: readonly string[];
  } | null;
  readonly conclusion: "allowed" | "opaque" | "redirected" | "blocked" | "pending";
  /** Where a redirect led to. */
  readonly location: string | null;
}

/** A failure in all its names. */
export interface Finding {
  readonly code: CorsCode;
  readonly phase: "preflight" | "actual";
  readonly chromium: string | null;
  readonly firefox: string | null;
  readonly explanation: string;
  readonly fix: string;
}

/** The failure the browser reports, with its console line. */
export interface Failed extends Finding {
  readonly message: string;
  readonly failedParameter: string;
}

/** Something that no browser reports, or that is not CORS and blocks all the same. */
export interface Note {
  readonly code: WarningCode | "local-network-access" | "mixed-content";
  readonly explanation: string;
  readonly fix: string;
}

/** What to write, and where. */
export interface Remedy {
  readonly server: ServerKind;
  /** Where to put it, and what it replaces. */
  readonly where: string;
  readonly language: "js" | "python" | "nginx" | "http";
  readonly snippet: string;
}

/** Why there was no answer. */
export interface Unreachable {
  readonly fault: string;
  readonly sentence: string;
  readonly detail: string;
}

/** The whole story; `--json` prints it as it is. */
export interface ExplainReport {
  /** Counts up when a member goes or changes its meaning; new members may come at any time. */
  readonly version: 1;
  readonly verdict: "readable" | "blocked" | "unreachable";
  readonly url: string;
  readonly origin: string;
  readonly profile: Profile;
  readonly script: {
    readonly method: string;
    readonly headers: readonly (readonly [name: string, value: string])[];
    readonly credentials: RequestCredentials;
    readonly body: boolean;
    /** Headers that browsers keep scripts from setting, dropped in silence. */
    readonly dropped: readonly string[];
  };
  readonly steps: readonly Step[];
  readonly failure: Failed | null;
  /** What would fail once the failure is mended. */
  readonly further: readonly Finding[];
  readonly silent: readonly Note[];
  readonly server: ServerKind;
  readonly remedy: Remedy | null;
  readonly unreachable: Unreachable | null;
}
