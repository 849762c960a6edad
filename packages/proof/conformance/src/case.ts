import type { CorsCode } from "@crossgate/browser";
import type { CorsOptions, Reason, Verdict } from "@crossgate/core";

/**
 * A rule of the contract: policy, classification, origin check, preflight response, actual
 * response.
 */
export type Rule = `${"P" | "C" | "O" | "A" | "R"}${number}`;

/** A library with the version that was tried, and what it did. */
export type PeerDefect = readonly [library: string, defect: string];

export type RuntimeName = "node" | "deno" | "bun" | "workerd";

/** Reasons why a case can't be put to a runtime. Checked: a case that could be after all fails. */
export type Inexpressible = Partial<Readonly<Record<RuntimeName, string>>>;

export type HeaderPair = readonly [name: string, value: string];

interface CaseHead {
  /** Unique, and a path segment. */
  readonly id: string;
  readonly rules: readonly Rule[];
  /** Where the standard says so. */
  readonly anchor: string;
  /** The defect of another library that this case would find; docs/peer-defects.md has them all. */
  readonly peer?: PeerDefect;
  readonly inexpressible?: Inexpressible;
}

/** A policy that is refused with exactly these issues, or accepted with these normalised options. */
export type ConstructionCase = CaseHead & {
  /** Not typed as options: most of these policies don't compile. */
  readonly construct: unknown;
} &
  /** Without a code where the contract names none; `"any"` where it names no path either. */
  (
    | { readonly issues: "any" | readonly (readonly [path: string, code?: string])[] }
    | {
        readonly normalized: Readonly<Record<string, unknown>>;
        /** No one can write to the normalised options, nor to what is in them. */
        readonly frozen?: true;
      }
  );

/** One policy, and what it makes of a sequence of requests. */
export type ExchangeCase = CaseHead & {
  readonly options: CorsOptions;
  /** A second gate, inside: around the handler itself. */
  readonly inner?: CorsOptions;
  /** The policy is what a function of the request returns, for the subjects that take one. */
  readonly chosen?: true;
} & (Step | { readonly steps: readonly Step[]; readonly concurrent?: boolean });

export type Case = ConstructionCase | ExchangeCase;

/** What the page gets: the response (or leave to send what it asked for), or nothing. */
export type PageView = "reads" | `blocked:${CorsCode}`;

/** One request, what the application would answer, and what must come out. */
export interface Step {
  readonly request: CaseRequest;
  /** @default a mutable 200 with the body `hello` */
  readonly handler?: Answer;
  readonly expect: Expectation;
}

export interface CaseRequest {
  /** @default "https://api.example.com/data" */
  readonly url?: string;
  /** @default "GET" */
  readonly method?: string;
  readonly headers?: readonly HeaderPair[];
}

/** What the application answers. */
export interface Answer {
  /**
   * - `mutable`: a response built on the spot
   * - `reused`: the same object at every step of the case
   * - `stream`: a body whose first chunk is `body` and that then never ends
   * - `fetched`: what a real `fetch` returned, with immutable headers where the runtime has them
   * - `uncopyable`: the same, of a status that no `new Response` accepts
   * - `redirect`: `Response.redirect`, to `https://app.example.com/next`
   * - `network-error`: `Response.error()`
   * - `upgrade`: a protocol switch, status 101
   * - `undefined`: nothing, as after Bun's `server.upgrade`
   * - `error`: throws an `Error` whose message is `body`
   * - `throws-response`: throws what `mutable` would have answered
   *
   * @default "mutable"
   */
  readonly kind?:
    | "mutable"
    | "reused"
    | "stream"
    | "fetched"
    | "uncopyable"
    | "redirect"
    | "network-error"
    | "upgrade"
    | "undefined"
    | "error"
    | "throws-response";
  /**
   * Milliseconds before the response; without it the handler is synchronous where its kind can be.
   */
  readonly delay?: number;
  /** @default 200 */
  readonly status?: number;
  readonly statusText?: string;
  readonly headers?: readonly HeaderPair[];
  /** @default "hello" */
  readonly body?: string | null;
}

/**
 * What must come out. Strict: an `Access-Control-*` or `Vary` header that is not in `present` must
 * be absent. When the handler was called, its status, body and other headers must survive unless
 * this says otherwise.
 */
export interface Expectation {
  readonly handlerCalled: boolean;
  /** @default "response" */
  readonly outcome?: Outcome;
  /** @default the handler's when it was called, else 204 */
  readonly status?: number;
  /** Exact values; a list for `Set-Cookie`. */
  readonly present?: Readonly<Record<string, string | readonly string[]>>;
  /** Names beyond those that `present` rules out already. */
  readonly absent?: readonly string[];
  /**
   * `null` where the contract says nothing about it.
   *
   * @default the handler's when it was called, else empty
   */
  readonly body?: string | null;
  /** What the gate made of it, where the subject shows it. */
  readonly verdict?: readonly [kind: Verdict["kind"], allowed: boolean, reason: Reason];
  /**
   * What the page gets that sends this request, by the model of `@crossgate/browser`: `"never"`
   * where no browser sends it. Of a preflight: whether the page may go on and then read the answer.
   *
   * @default what `present` and `verdict` imply
   */
  readonly page?: PageView | "never";
  /** What the policy's origin function was asked, in order. */
  readonly asked?: readonly string[];
  /** How often `onVerdict` was called. */
  readonly verdicts?: number;
  /**
   * How many errors were reported on the console.
   *
   * @default 0
   */
  readonly reported?: number;
  /** After how many milliseconds a response counts as hung, on a machine of any speed. */
  readonly withinMs?: number;
}

/** `same-response` is the very object that the handler answered, `handler-error` the very error. */
export type Outcome = "response" | "same-response" | "handler-error" | "undefined";

export function isConstruction(candidate: Case): candidate is ConstructionCase {
  return "construct" in candidate;
}

export function stepsOf(exchange: ExchangeCase): readonly Step[] {
  return "steps" in exchange ? exchange.steps : [exchange];
}
