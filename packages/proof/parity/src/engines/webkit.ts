import { execFileSync } from "node:child_process";
import type { ConsoleLines } from "./console-lines.ts";
import { createConsoleLines } from "./console-lines.ts";
import type { Engine, EngineOptions } from "./engine.ts";
import { findBinary, makeProfile, startBrowser } from "./process.ts";

/** WebKitGTK's own small browser, on its own display. */
export async function openWebKit(
  url: string,
  { ignoresCertificates = false, hearsConsole = false }: EngineOptions = {},
): Promise<Engine | undefined> {
  const directory = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1";
  const binary = findBinary(`${directory}/MiniBrowser`);
  const display = findBinary("/usr/bin/xvfb-run");
  if (!binary || !display) return undefined;
  const taking = ignoresCertificates ? ["--ignore-tls-errors"] : [];
  const telling = hearsConsole ? ["--enable-write-console-messages-to-stdout=true"] : [];
  const profile = await makeProfile("webkit");
  const lines = createConsoleLines();
  const privately = hearsConsole ? [] : ["--private"];
  const args = ["-a", binary, ...taking, ...telling, ...privately, url];
  const env = { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", XDG_RUNTIME_DIR: profile };
  const onLine = hearsConsole ? hear(lines) : undefined;
  const browser = startBrowser(display, args, profile, env, onLine);
  return {
    name: "webkit",
    version: versionOf(display, binary),
    errorsOf: () => undefined,
    linesOf: lines.of,
    settle: () => Promise.resolve(),
    close: () => browser.close(),
  };
}

/** Keeps what the page's console says, and of that the words alone. */
function hear({ add }: ConsoleLines): (line: string) => void {
  return (line) => {
    const [, said] = /CONSOLE [A-Z]+ (?:[A-Z]+ )?(.*)$/.exec(line) ?? [];
    if (said !== undefined) add(said);
  };
}

/** It wants a display even to say its name. */
function versionOf(display: string, binary: string): string {
  try {
    const said = execFileSync(display, ["-a", binary, "--version"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return said.trim();
  } catch {
    return "WebKitGTK";
  }
}
