// Builds and starts the Next example on PORT.
import { argv } from "node:process";
import { fileURLToPath } from "node:url";

argv[2] = fileURLToPath(new URL("../../../examples/next", import.meta.url));
await import("../../next/fixtures/serve.ts");
