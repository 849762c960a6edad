import type { EmbedderPolicy, Profile } from "@crossgate/browser";
import type { Cure } from "../cures/cure.ts";
import type { AskedAs, Connection, Given } from "../given/given.ts";
import type { Cause, Consequence, ExplainVerdict } from "../cause/explanation.ts";
import type { Warned } from "../cause/warnings.ts";

/** What `explain` is asked: a request as a page's script would write it. */
export interface Question {
  readonly url: string;
  /** The page's origin. @default "https://example.com" */
  readonly origin?: string | undefined;
  readonly method?: string | undefined;
  readonly headers?: readonly (readonly [name: string, value: string])[] | undefined;
  readonly body?: string | Uint8Array | FormData | undefined;
  readonly credentials?: RequestCredentials | undefined;
  readonly mode?: "cors" | "no-cors" | "same-origin" | undefined;
  readonly redirect?: RequestRedirect | undefined;
  /** Whether the page wrote the address without its scheme. @default false */
  readonly isSchemeless?: boolean | undefined;
  /** Whether the request outlives its page, as a beacon does. @default false */
  readonly keepalive?: boolean | undefined;
  /** How the page asks: a script's fetch, an `<img>`, a web font. @default "fetch" */
  readonly as?: AskedAs | undefined;
  /** The element's attribute, where an element asks. */
  readonly crossorigin?: "anonymous" | "use-credentials" | undefined;
  /** The page's `Cross-Origin-Embedder-Policy`. @default "unsafe-none" */
  readonly embedderPolicy?: EmbedderPolicy | undefined;
  /** Whether the script listens to the progress of its upload. @default false */
  readonly uploadProgress?: boolean | undefined;
  /** @default "chromium" */
  readonly profile?: Profile | undefined;
  /** What the browser sent along, where it was copied. */
  readonly cookie?: string | undefined;
  readonly userAgent?: string | undefined;
  readonly referer?: string | undefined;
  readonly connection?: Connection | undefined;
  /** Milliseconds per exchange. @default 10000 */
  readonly timeout?: number | undefined;
  /** Whether to ask a few more questions, all GET, that tell what no browser reports. @default true */
  readonly probes?: boolean | undefined;
  /** The product to cure, where nothing gives it away. */
  readonly server?: string | undefined;
  /** Whether the server belongs to someone else. @default false */
  readonly notMine?: boolean | undefined;
  /** Whether secrets may stand in the report. @default false */
  readonly showSecrets?: boolean | undefined;
  /**
   * Whether a request with a method that changes something may be sent once its preflight passed.
   * What was read out of a console line tells too little for that.
   *
   * @default true
   */
  readonly sendUnsafe?: boolean | undefined;
  /** The status that a console line tells: where a GET has another one, the line is of a preflight. */
  readonly status?: number | undefined;
  /** What the question was read out of. */
  readonly given?: Given["kind"] | undefined;
  /** What was understood in a way that a person may want to know. */
  readonly notes?: readonly string[] | undefined;
}

/** What a browser made of one received header. */
export interface HeaderNote {
  readonly name: string;
  readonly value: string;
  /** `bad` is what the browser refused. */
  readonly mark: "none" | "good" | "bad";
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

/** What the browser itself reports, in all its names. */
export interface Failed {
  readonly code: string;
  readonly phase: "preflight" | "actual";
  readonly chromium: string | null;
  readonly firefox: string | null;
  /** The console line. */
  readonly message: string;
  readonly failedParameter: string;
}

/** Why there was no response. */
export interface Unreachable {
  readonly fault: string;
  readonly sentence: string;
  readonly detail: string;
}

/** The whole story; `--json` prints it as it is. */
export interface ExplainReport {
  /** Counts up when a member goes or changes its meaning; new members may come at any time. */
  readonly version: 2;
  readonly verdict: ExplainVerdict;
  /** Null where the page simply gets its response. */
  readonly cause: Cause | null;
  readonly consequences: readonly Consequence[];
  /** The best one first; the last is for a server of someone else. */
  readonly cures: readonly Cure[];
  readonly warnings: readonly Warned[];
  readonly url: string;
  readonly origin: string;
  readonly profile: Profile;
  readonly as: AskedAs;
  readonly script: {
    readonly method: string;
    readonly headers: readonly (readonly [name: string, value: string])[];
    readonly credentials: RequestCredentials;
    readonly mode: "cors" | "no-cors" | "same-origin";
    readonly body: boolean;
    /** Headers that browsers keep scripts from setting, dropped in silence. */
    readonly dropped: readonly string[];
  };
  /** What the question was read out of, and what to know about that. */
  readonly given: { readonly kind: Given["kind"] | null; readonly notes: readonly string[] };
  readonly steps: readonly Step[];
  readonly failure: Failed | null;
  /** The products that the responses gave away, the one that spoke first. */
  readonly servers: readonly {
    readonly product: string;
    readonly title: string;
    readonly by: string;
  }[];
  readonly unreachable: Unreachable | null;
}
