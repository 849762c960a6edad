/**
 * The one place where Crossgate speaks without being asked: an error that must not reach a response
 * and must not be lost. Never on the path of an ordinary request.
 */
export function report(message: string, ...errors: unknown[]): void {
  say("error", () => message, errors);
}

/**
 * Says what the author of a policy should change, though every answer is right.
 *
 * @param compose writes the message, or finds that there is nothing to say; it may read what strangers
 * hand over
 */
export function warn(compose: () => string | undefined): void {
  say("warn", compose, []);
}

/** A console may be anything that a test or a host has put there, and must not change an answer. */
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
