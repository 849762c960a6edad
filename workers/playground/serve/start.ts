// Serves the playground on workerd, and says one thing: where it is.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const PORT = process.env["PORT"] ?? "8787";
const PAGE = `http://localhost:${PORT}`;
const API = `http://127.0.0.1:${PORT}`;
const START_TIMEOUT = 30_000;

const options = {
  ip: "127.0.0.1",
  port: PORT,
  "inspector-port": "0",
  "log-level": "warn",
  "show-interactive-dev-session": "false",
};
const wrangler = spawn(
  process.execPath,
  [
    fileURLToPath(new URL("../node_modules/wrangler/bin/wrangler.js", import.meta.url)),
    "dev",
    ...Object.entries(options).map(([name, value]) => `--${name}=${value}`),
    `--var=PAGE_ORIGIN:${PAGE}`,
    `--var=API_ORIGIN:${API}`,
  ],
  {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      WRANGLER_SEND_METRICS: "false",
      WRANGLER_HIDE_BANNER: "true",
      WRANGLER_WRITE_LOGS: "false",
      // Nothing here needs the real Request.cf, which would be fetched.
      CLOUDFLARE_CF_FETCH_ENABLED: "false",
    },
  },
);
// Ending on request is a success, whatever wrangler makes of it.
let asked = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    asked = true;
    wrangler.kill(signal);
  });
}
wrangler.once("exit", (code) => process.exit(asked ? 0 : (code ?? 1)));

if (await answers(API, Date.now() + START_TIMEOUT)) {
  console.log(`\n  The playground: ${PAGE}\n  Its API:        ${API}\n\n  Stop it with Ctrl+C.\n`);
} else {
  console.error(`The playground did not answer at ${API} within ${START_TIMEOUT / 1000} seconds.`);
  wrangler.kill();
}

async function answers(url: string, until: number): Promise<boolean> {
  while (Date.now() < until) {
    // While a build is broken, wrangler keeps requests waiting.
    const signal = AbortSignal.timeout(1000);
    const response = await fetch(`${url}/alive`, { signal }).catch(() => undefined);
    if (response?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
