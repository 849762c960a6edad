import { HTTPException } from "hono/http-exception";
import { askStore, StoreError } from "./store-error.ts";

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Some of the names under a prefix, and where the next ones begin; none is left without a cursor. */
export interface Page {
  readonly names: readonly string[];
  readonly cursor?: string;
}

export async function listPage(
  kv: KVNamespace,
  prefix: string,
  { limit, cursor }: PageRequest,
): Promise<Page> {
  try {
    const result = await askStore(() => kv.list({ prefix, limit, cursor: cursor ?? null }));
    const names = result.keys.map(({ name }) => name.slice(prefix.length));
    return result.list_complete ? { names } : { names, cursor: result.cursor };
  } catch (error) {
    if (cursor === undefined || !isRefusal(error)) throw error;
    throw new HTTPException(400, { message: "The cursor is not one that a page ended with." });
  }
}

/** Everything else that KV is asked with is our own. */
function isRefusal(error: unknown): boolean {
  return error instanceof StoreError && / failed: 400\b/u.test(String(error.cause));
}
