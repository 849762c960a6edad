/**
 * Logs an error that must not reach a response and must not be lost. An ordinary request logs
 * nothing.
 */
export function report(message: string, ...errors: unknown[]): void {
  try {
    console.error(sentence(message), ...errors);
  } catch {
    // A console may be anything that a test or a host has put there. There is no other place.
  }
}

/**
 * Logs a change that the author of a policy should make, though every response is right.
 *
 * @param compose writes the message, or finds that there is nothing to say; it may read what strangers
 * hand over
 */
export function warn(compose: () => string | undefined): void {
  try {
    const message = compose();
    if (message !== undefined) console.warn(sentence(message));
  } catch {
    // As for `report`.
  }
}

function sentence(message: string): string {
  return `crossgate: ${message}`;
}
