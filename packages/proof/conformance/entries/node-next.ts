import { argv, env } from "node:process";
import { fileURLToPath } from "node:url";

env["UPSTREAM"] = argv[2] ?? "";
argv[2] = fileURLToPath(new URL("../next-app", import.meta.url));
await import("../../../next/fixtures/serve.ts");
