/** KV did not do what it was asked: not the caller's fault, and worth another try. */
export class StoreError extends Error {
  constructor(cause: unknown) {
    super("KV failed", { cause });
    this.name = "StoreError";
  }
}

/** @throws StoreError in place of whatever KV throws */
export async function askStore<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw new StoreError(error);
  }
}
