/** What the endpoint takes from a visitor. Everything beyond is refused, and nothing is cut short. */
export const LIMITS = {
  /** Characters of a policy, or of the headers written by hand. */
  text: 4096,
  /** Entries of all lists of a policy together. */
  entries: 64,
  /** Lines of headers written by hand, and characters of one value. */
  lines: 12,
  value: 256,
  /** Bytes of a request's body. */
  body: 2048,
  /** Characters of a RegExp, and steps that all those of a policy take to be compiled and to go through one origin. */
  expression: 200,
  steps: 1_000_000,
} as const;
