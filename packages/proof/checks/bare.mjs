// What `npm start` and `npm test` run: Node 20 and npm are all it may count on, so no dependencies.
import { spawn } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const PNPM = "pnpm@12.21.0";
const COMMANDS = ["check", "serve"];
/** What to hand on, and the exit code of a process that it ended. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

const command = process.argv[2] ?? "";
if (!COMMANDS.includes(command)) {
  console.error(`usage: node packages/proof/checks/bare.mjs ${COMMANDS.join("|")}`);
  process.exit(2);
}
const installed = await pnpm("install", "--frozen-lockfile", "--reporter=append-only");
process.exitCode = installed === 0 ? await pnpm("run", command) : installed;

/** Runs pnpm and resolves to its exit code; a signal that stops this process stops it first. */
function pnpm(...args) {
  const child = spawn("npx", ["--yes", "--loglevel=error", PNPM, ...args], {
    cwd: fileURLToPath(new URL("../../..", import.meta.url)),
    // npx does not pass signals on, so the child leads a group that can be signalled as a whole. That
    // group is not the terminal's own, and reading from the terminal would stop it.
    detached: true,
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise((resolve, reject) => {
    let stopped = false;
    const forward = (signal) => {
      stopped = true;
      signalGroup(child.pid, signal);
    };
    for (const signal of Object.keys(SIGNALS)) process.on(signal, forward);
    child.once("error", reject);
    child.once("exit", async (code, signal) => {
      if (stopped) await groupEnd(child.pid);
      for (const name of Object.keys(SIGNALS)) process.off(name, forward);
      resolve(code ?? SIGNALS[signal] ?? 1);
    });
  });
}

/** npx ends before what it started has cleaned up. */
async function groupEnd(leader) {
  const patience = Date.now() + 5000;
  while (signalGroup(leader, 0) && Date.now() < patience) await setTimeout(50);
}

/** Whether there still was a process to signal. */
function signalGroup(leader, signal) {
  try {
    return process.kill(-leader, signal);
  } catch {
    return false;
  }
}
