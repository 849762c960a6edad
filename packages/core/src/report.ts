/**
 * Logs an error that must not reach a response and must not be lost. An ordinary request logs
 * nothing.
 */
export function report(message: string, ...errors: unknown[]): void {
  say("error", () => message, errors);
}

/**
 * Logs a change that the author of a policy should make, though every response is right.
 *
 * @param compose writes the message, or finds that there is nothing to say; it may read what strangers
 * hand over
 */
export function warn(compose: () => string | undefined): void {
  say("warn", compose, []);
}

/**
 * A console may be anything that a test or a host has put there, and must not change a response.
 */
function say(
  level: "error" | "warn",
  compose: () => string | undefined,
  more: readonly unknown[],
): void {
  try {
    const message = compose();
    if (message !== undefined) console[level](`crossgate: ${message}`, ...more);
  } catch {
    // There is no other place to say it.
  }
}
