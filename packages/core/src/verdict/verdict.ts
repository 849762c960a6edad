/**
 * The reason of a decision.
 *
 * - `no-origin`: not a CORS request
 * - `same-origin`: the page belongs to this server, so no permission is needed
 * - `origin-allowed`, `preflight-allowed`: the page may read, or may send the request it asked about
 * - `origin-denied`: well-formed, and not in the policy
 * - `origin-malformed`: a text that no browser sends
 * - `origin-null`: an opaque origin (`null`, `file://`), which all sandboxed pages and files share
 * - `origin-check-failed`: the policy's origin function threw or rejected
 * - `method-not-allowed`, `header-not-allowed`: a preflight from an allowed origin that asks for
 *   more than the policy has
 * - `no-policy`: no rule covers the path, or routers may read it in different ways
 */
export type Reason =
  | "no-origin"
  | "same-origin"
  | "origin-allowed"
  | "origin-denied"
  | "origin-malformed"
  | "origin-null"
  | "origin-check-failed"
  | "method-not-allowed"
  | "header-not-allowed"
  | "preflight-allowed"
  | "no-policy";

/** The gate's decision about one request. */
export interface Verdict {
  /**
   * `"preflight"` is `OPTIONS` with `Origin` and `Access-Control-Request-Method`, `"actual"` every
   * other request with an `Origin`, `"none"` one without.
   *
   * @see https://fetch.spec.whatwg.org/#http-requests
   */
  readonly kind: "none" | "actual" | "preflight";
  /** The request's `Origin`, unchanged, or `null` without one. */
  readonly origin: string | null;
  /**
   * Whether the browser will let the page have the response. The gate works it out when you read
   * it.
   */
  readonly allowed: boolean;
  /** The reason of the decision. The gate works it out when you read it. */
  readonly reason: Reason;
  /**
   * The reason as one sentence for a person, with the names that matter. The gate works it out when
   * you read it.
   */
  readonly detail: string;
  /** The error that the policy's origin function threw, or with which it rejected. */
  readonly error?: unknown;
  /**
   * The complete response to a preflight, or of a refusal. Send it and do not run the handler. It
   * is `undefined` for every request that the handler answers.
   */
  readonly response?: Response | undefined;
  /**
   * Puts the policy's headers on the handler's response: in place where the host lets it, else on a
   * copy. Always send the result, never the argument.
   *
   * @param response the handler's response; its status, body and other headers stay
   * @returns the same response, or a copy of it
   */
  apply(response: Response): Response;
}
