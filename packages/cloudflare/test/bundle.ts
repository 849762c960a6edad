import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** A Worker of `fixtures/` as one module. */
export async function bundle(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../fixtures/${name}.ts`, import.meta.url))],
    bundle: true,
    format: "esm",
    write: false,
    external: ["cloudflare:*"],
  });
  return outputFiles[0]?.text ?? "";
}
