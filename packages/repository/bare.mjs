// What `npm start` and `npm test` run: Node 20 and npm are all it may count on, so no dependencies.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const PNPM = "pnpm@12.21.0";
const COMMANDS = ["check", "serve"];

const command = process.argv[2] ?? "";
if (!COMMANDS.includes(command)) {
  console.error(`usage: node packages/repository/bare.mjs ${COMMANDS.join("|")}`);
  process.exit(2);
}
const installed = await pnpm("install", "--frozen-lockfile", "--reporter=append-only");
process.exitCode = installed === 0 ? await pnpm("run", command) : installed;

/** Runs pnpm and resolves to its exit code; a signal that stops this process stops it first. */
function pnpm(...args) {
  const child = spawn("npx", ["--yes", "--loglevel=error", PNPM, ...args], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    // npx does not pass signals on, so the child leads a group that can be signalled as a whole. That
    // group is not the terminal's own, and reading from the terminal would stop it.
    detached: true,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
  return new Promise((resolve, reject) => {
    const forward = (signal) => {
      try {
        process.kill(-child.pid, signal);
      } catch {
        // It ended by itself in the meantime.
      }
    };
    for (const signal of Object.keys(signals)) process.on(signal, forward);
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      for (const name of Object.keys(signals)) process.off(name, forward);
      resolve(code ?? signals[signal] ?? 1);
    });
  });
}
