import type { Clock } from "./clock.ts";

/**
 * Waits for a promise, but not for ever. Each call has its own timer: on workerd a promise of
 * another request may never settle.
 *
 * @param late makes the error for one that takes too long
 */
export function within<Value>(
  clock: Clock,
  milliseconds: number,
  promise: Promise<Value>,
  late: () => Error,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const callOff = clock.after(milliseconds, () => reject(late()));
    void promise.then(resolve, reject).finally(callOff);
  });
}
