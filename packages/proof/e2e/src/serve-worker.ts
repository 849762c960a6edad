// Serves the Worker that its argument is part of, as `wrangler dev` does, on PORT.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { argv, env, execPath, exit } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

const worker = new URL("..", pathToFileURL(argv[2] ?? ""));
const wrangler = createRequire(worker).resolve("wrangler/package.json");
const dev = spawn(
  execPath,
  [
    join(dirname(wrangler), "bin/wrangler.js"),
    "dev",
    "--ip=127.0.0.1",
    `--port=${env["PORT"]}`,
    "--inspector-port=0",
    "--log-level=warn",
    "--show-interactive-dev-session=false",
  ],
  {
    cwd: fileURLToPath(worker),
    stdio: ["ignore", "inherit", "inherit"],
    // Nothing of this needs a network.
    env: {
      ...env,
      WRANGLER_SEND_METRICS: "false",
      WRANGLER_HIDE_BANNER: "true",
      WRANGLER_WRITE_LOGS: "false",
      CLOUDFLARE_CF_FETCH_ENABLED: "false",
    },
  },
);
process.on("SIGTERM", () => dev.kill("SIGTERM"));
dev.once("exit", (code) => exit(code ?? 0));
