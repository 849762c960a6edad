/** Also for promises of another realm, or of a host that has its own kind (RPC on workerd). */
export function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return typeof (value as Promise<T> | undefined)?.then === "function";
}
