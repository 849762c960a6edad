/** The command makes no sense, and nothing was sent. */
export class UsageError extends Error {
  override readonly name: string = "UsageError";
}
