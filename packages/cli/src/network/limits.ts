/** What one exchange with a server may cost. The server is a stranger: nothing of it is unbounded. */
export interface Limits {
  /** Milliseconds until the headers are in. */
  readonly timeout: number;
  /** Bytes of a body that are read; the connection is closed after them. */
  readonly bodyBytes: number;
  /** Milliseconds for which a body is read once the headers are in: some never end. */
  readonly bodyTime: number;
  /** Bytes of all headers together; more is a network error. */
  readonly headerBytes: number;
  /** Called once they are in: what is slow from then on is the body. */
  readonly headIsIn?: () => void;
}

export const defaultLimits: Limits = {
  timeout: 10_000,
  bodyBytes: 65_536,
  bodyTime: 1000,
  // Chromium's own limit is 256 KiB; no one sends a fourth of it.
  headerBytes: 65_536,
};

/** For answers of which the headers count and hardly the body. */
export const briefLimits: Limits = { ...defaultLimits, bodyBytes: 4096, bodyTime: 150 };
