// Serves the Worker that its argument is part of, as `wrangler dev` does, on PORT.
import { spawn } from "node:child_process";
import { argv, env, execPath, exit } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

const worker = new URL("..", pathToFileURL(argv[2] ?? ""));
const wrangler = spawn(
  execPath,
  [
    fileURLToPath(new URL("node_modules/wrangler/bin/wrangler.js", worker)),
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
process.on("SIGTERM", () => wrangler.kill("SIGTERM"));
wrangler.once("exit", (code) => exit(code ?? 0));
