/** What a shell learns. */
export const exitCode = {
  /** Readable, no findings, no problems. */
  fine: 0,
  /** Blocked, findings, problems. */
  problems: 1,
  /** A wrong option, or no response. */
  impossible: 2,
} as const;
