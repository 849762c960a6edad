import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.ts";
import { isInstalled } from "./installed.ts";

const VARIABLE = "WEBKIT_DRIVER_PATH";
const DRIVER = process.env[VARIABLE] ?? "/usr/bin/WebKitWebDriver";
const BROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
const PATIENCE = 120_000;

/** WebKit's own small browser, driven by the protocol that all browsers have. */
export interface Webkit {
  goto(url: string): Promise<void>;
  /** Runs a function's text in the page, and resolves to what it returns. */
  evaluate<Result>(script: string, ...args: readonly unknown[]): Promise<Result>;
  /** The same again and again, until it gives something that is true. */
  waitFor<Result>(script: string, ...args: readonly unknown[]): Promise<Result>;
  close(): Promise<void>;
}

/**
 * Whether there is a WebKit to test with.
 *
 * @throws Error in CI without it
 */
export function hasWebkit(): boolean {
  return isInstalled("WebKitWebDriver", DRIVER, VARIABLE);
}

/** Starts it with a profile and its own display. */
export async function launchWebkit(): Promise<Webkit> {
  const port = await freePort();
  const profile = await mkdtemp(join(tmpdir(), "crossgate-webkit-"));
  const driver = spawn("xvfb-run", ["-a", DRIVER, `--port=${port}`], {
    detached: true,
    stdio: "ignore",
    env: {
      ...process.env,
      HOME: profile,
      XDG_RUNTIME_DIR: profile,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    },
  });
  const end = async (): Promise<void> => {
    await stop(driver);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    const { sessionId } = await open(url);
    return webkitOf(`${url}/session/${sessionId}`, end);
  } catch (error) {
    await end();
    throw error;
  }
}

function webkitOf(session: string, end: () => Promise<void>): Webkit {
  const evaluate = async <Result>(script: string, ...args: readonly unknown[]): Promise<Result> =>
    (await command(`${session}/execute/sync`, { script, args })) as Result;
  return {
    goto: async (url) => void (await command(`${session}/url`, { url })),
    evaluate,
    async waitFor(script, ...args) {
      for (const until = Date.now() + PATIENCE; Date.now() < until; await pause()) {
        const result = await evaluate<never>(script, ...args);
        if (result) return result;
      }
      throw new Error(`never true within ${PATIENCE / 1000} s: ${script}`);
    },
    async close() {
      await fetch(session, { method: "DELETE" }).catch(() => undefined);
      await end();
    },
  };
}

/** The driver needs a moment to listen. */
async function open(url: string): Promise<{ readonly sessionId: string }> {
  const options = { binary: BROWSER, args: ["--automation"] };
  const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": options } };
  for (const until = Date.now() + PATIENCE; ; await pause()) {
    try {
      return (await command(`${url}/session`, { capabilities })) as { sessionId: string };
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

async function command(url: string, body: object): Promise<unknown> {
  const response = await fetch(url, { method: "POST", body: JSON.stringify(body) });
  const { value } = (await response.json()) as { readonly value: unknown };
  if (!response.ok) throw new Error(`${url}: ${JSON.stringify(value)}`);
  return value;
}

async function pause(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 100));
}

/** The whole group: the display, the driver and the browser. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const exited = once(child, "exit");
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // Gone already.
  }
  await exited;
}
