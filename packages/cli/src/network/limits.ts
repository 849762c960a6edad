/** What one exchange with a server may cost. The server is a stranger: nothing of it is unbounded. */
export interface Limits {
  /** Milliseconds until the whole answer is in, or as much of it as is wanted. */
  readonly timeout: number;
  /** Bytes of a body that are read; the connection is closed after them. */
  readonly bodyBytes: number;
  /** Bytes of all headers together; more is a network error. */
  readonly headerBytes: number;
}

export const defaultLimits: Limits = {
  timeout: 10_000,
  bodyBytes: 65_536,
  // Chromium's own limit is 256 KiB; nobody sends a fourth of it.
  headerBytes: 65_536,
};
