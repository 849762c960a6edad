import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { createTestHarness, type TestHarness } from "wrangler";

// Nothing here needs the real Request.cf, which would be fetched.
process.env["CLOUDFLARE_CF_FETCH_ENABLED"] = "false";

/** What a test asks of the bucket itself. */
export interface Bucket {
  put(
    key: string,
    value: string | Uint8Array,
    options?: { httpMetadata?: Readonly<Record<string, string>> },
  ): Promise<{ readonly httpEtag: string; readonly uploaded: Date }>;
  delete(key: string): Promise<void>;
}

export interface Served {
  readonly url: URL;
  readonly bucket: Bucket;
  readonly server: TestHarness;
}

const root: string = fileURLToPath(new URL("..", import.meta.url));

/** The Worker as `wrangler dev` runs it, on its own storage. */
export async function serveAssets(
  options: Parameters<typeof createTestHarness>[0] = {
    root,
    workers: [{ configPath: "wrangler.jsonc" }],
  },
): Promise<Served> {
  const server = createTestHarness(options);
  const { url } = await server.listen();
  const { BUCKET } = await server.getWorker<{ BUCKET: Bucket }>().getEnv();
  return { url, bucket: BUCKET, server };
}

/** The same in front of a bucket that `?fault` breaks. */
export async function serveFaulty(): Promise<Served> {
  const config = {
    name: "faulty",
    main: "fixtures/faulty.ts",
    compatibility_date: "2025-01-01",
    r2_buckets: [{ binding: "BUCKET" }],
    assets: { directory: "public", binding: "ASSETS", run_worker_first: true },
  };
  return serveAssets({ root, workers: [{ config }] });
}

/** A real font, as type designers ship it. */
export async function readFont(): Promise<Uint8Array> {
  const path = "@fontsource/vt323/files/vt323-latin-400-normal.woff2";
  return readFile(createRequire(import.meta.url).resolve(path));
}
