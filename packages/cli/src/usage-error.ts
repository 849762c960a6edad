/** What was asked for makes no sense; nothing was sent. */
export class UsageError extends Error {
  override readonly name: string = "UsageError";
}
