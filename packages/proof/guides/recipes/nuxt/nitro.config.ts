import { fileURLToPath } from "node:url";
import { defineNitroConfig } from "nitropack/config";

/** As Nuxt 4 sets Nitro 2 up: the server's files are in `server`, the static ones beside it. */
export default defineNitroConfig({
  compatibilityDate: "2026-01-01",
  srcDir: "server",
  scanDirs: ["server"],
  publicAssets: [{ dir: "../public" }],
  output: { dir: "dist" },
  // A project with Nuxt has this h3 alone; here a newer one lies beside it.
  alias: { h3: fileURLToPath(import.meta.resolve("h3-v1")) },
});
