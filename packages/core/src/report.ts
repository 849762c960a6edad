/**
 * The one place where Crossgate speaks without being asked: an error that must not reach a response
 * and must not be lost. Never on the path of an ordinary request.
 */
export function report(message: string, ...errors: unknown[]): void {
  console.error(`crossgate: ${message}`, ...errors);
}
