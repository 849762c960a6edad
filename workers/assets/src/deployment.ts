import type { Representation } from "./representation.ts";

/** What was deployed with the Worker under a key. The binding serves no ranges, and says no size. */
export async function findInDeployment(
  assets: Fetcher,
  key: string,
): Promise<Representation | undefined> {
  const path = key.split("/").map(encodeURIComponent).join("/");
  const response = await assets.fetch(`https://assets.invalid/${path}`);
  const etag = response.headers.get("etag");
  if (response.status === 404) return undefined;
  if (response.status !== 200 || etag === null) {
    throw new Error(`the assets binding answered ${response.status} for ${key}`);
  }
  const headers = new Headers({ "content-type": response.headers.get("content-type") ?? "" });
  return {
    etag,
    headers,
    open: async () => response.body,
    discard: async () => response.body?.cancel(),
  };
}
