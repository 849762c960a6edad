// What `npm start`, `npm test` and the release workflow run: Node 20 and npm are all it may count on,
// so no dependencies.
import { spawn } from "node:child_process";
import { delimiter } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const PNPM = fileURLToPath(new URL("pnpm", import.meta.url));
const BIN = `${PNPM}/node_modules/.bin`;

/** What each command installs with. A release runs as little as it can of what it depends on. */
const COMMANDS = {
  check: [],
  serve: [],
  "release:version": ["--ignore-scripts"],
  "release:pack": ["--ignore-scripts"],
};
/** What to hand on, and the exit code of a process that it ended. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

const command = process.argv[2] ?? "";
if (!Object.hasOwn(COMMANDS, command)) {
  console.error(`usage: node packages/proof/checks/bare.mjs ${Object.keys(COMMANDS).join("|")}`);
  process.exit(2);
}
// npm compares what comes with the lock file's sums: of pnpm, and of its program for Linux. For other
// systems npm asks the registry, as the lock file names no sum. It is never written to.
const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
const frozen = ["--frozen-lockfile", "--reporter=append-only", ...COMMANDS[command]];
process.exitCode =
  (await run(PNPM, "npm", ["install", "--no-save", ...quiet])) ||
  (await run(ROOT, `${BIN}/pnpm`, ["install", ...frozen])) ||
  (await run(ROOT, `${BIN}/pnpm`, ["run", command]));

/** Runs a program and resolves to its exit code; a signal that stops this process stops it first. */
function run(cwd, program, args) {
  const child = spawn(program, args, {
    cwd,
    // Scripts call pnpm by its name.
    env: { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH}` },
    // npm does not pass signals on, so the child leads a group that can be signalled as a whole. That
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

/** What was started may end before what it started has cleaned up. */
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
