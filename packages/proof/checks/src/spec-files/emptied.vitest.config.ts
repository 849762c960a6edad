import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { withoutFunctions } from "./without-functions.ts";

const root = fileURLToPath(new URL("../../../../..", import.meta.url));
/** A file of the tree whose functions throw in this run. */
const emptied = join(root, process.env["EMPTIED"] ?? "");

export default defineConfig({
  root,
  plugins: [
    {
      name: "emptied",
      enforce: "pre",
      transform: (source, id) => (id === emptied ? withoutFunctions(id, source) : undefined),
    },
  ],
  test: {
    include: ["packages/*/src/**/*.test.ts"],
    // What was compiled for another run has other files emptied.
    fsModuleCache: false,
    testTimeout: 20_000,
  },
});
