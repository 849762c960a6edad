import { HTTPException } from "hono/http-exception";
import { askStore, StoreError } from "./store-error.ts";

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/**
 * Some of the names under a prefix, perhaps fewer than were asked for, and where the next ones begin.
 * The last page has no cursor.
 */
export interface Page {
  readonly names: readonly string[];
  readonly cursor?: string;
}

/** @param counts whether a key counts, by what stands beside it */
export async function listPage(
  kv: KVNamespace,
  prefix: string,
  { limit, cursor }: PageRequest,
  counts: (metadata: unknown) => boolean = () => true,
): Promise<Page> {
  try {
    const result = await askStore(() => kv.list({ prefix, limit, cursor: cursor ?? null }));
    const names = result.keys
      .filter(({ metadata }) => counts(metadata))
      .map(({ name }) => name.slice(prefix.length));
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
