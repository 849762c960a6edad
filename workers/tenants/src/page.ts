import { askStore } from "./store-error.ts";

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
  const result = await askStore(() => kv.list({ prefix, limit, cursor: cursor ?? null }));
  const names = result.keys.map(({ name }) => name.slice(prefix.length));
  return result.list_complete ? { names } : { names, cursor: result.cursor };
}
