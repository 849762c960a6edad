import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SettingLimits } from "../generate/setting.ts";
import type { Route, Setting } from "../setting.ts";
import type { Application, Subject } from "../subject.ts";
import { overWire } from "./over-wire.ts";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/**
 * A folder that begins with `@` is a slot of a layout, and one of `%40` is reached by that spelling
 * alone. An escaped character of a URL has two spellings for Next.
 */
export const NEXT_LIMITS: SettingLimits = {
  isName: (name) => encodeURI(name) === name && !/^@|'/.test(name),
};

/** A Next application that runs, with every setting below its own first segment. */
export interface NextApplication {
  /** With a gate around each handler, and with one in `proxy.ts` in front of bare handlers. */
  readonly subjects: readonly Subject[];
  readonly stop: () => Promise<void>;
}

/**
 * Writes route handlers for all settings into one application, builds it, and starts it with
 * `next start`.
 *
 * @param settings each with its own prefix: `/s0`
 */
export async function startNext(settings: readonly Setting[]): Promise<NextApplication> {
  const directory = mkdtempSync(path("../../next-app/generated-"));
  const isSource = (from: string): boolean => !from.includes("/.next");
  cpSync(path("../../next-app/template"), directory, { recursive: true, filter: isSource });
  writeFileSync(join(directory, "settings.json"), JSON.stringify(settings));
  for (const [index, { routes }] of settings.entries()) {
    for (const [route, { segments, hasRest }] of routes.entries()) {
      writeRoute(join(directory, "app", folderOf({ segments, hasRest })), index, route);
    }
  }
  const child = spawn(process.execPath, [path("../../../../next/fixtures/serve.ts"), directory], {
    env: { ...process.env, PORT: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (log += text));
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.kill("SIGKILL")) await once(child, "close");
    rmSync(directory, { recursive: true });
  };
  const [line] = (await Promise.race([
    once(child.stdout.setEncoding("utf8"), "data"),
    once(child, "close").then(() => [""]),
  ])) as [string];
  if (line === "") {
    await stop();
    throw new Error(`Next ended before it listened:\n${log}`);
  }
  const port = Number(new URL(line.trim()).port);
  const subject = (name: string, headersFor: (setting: number) => Headers): Subject => ({
    name,
    gatesHandlers: true,
    start: (setting, gate) => {
      const index = settings.indexOf(setting);
      return applicationOf(index, port, gate ? headersFor(index) : BARE);
    },
  });
  const subjects = [
    subject("Next route handlers", () => ({})),
    subject("Next proxy", (index) => ({ ...BARE, "x-proxied": String(index) })),
  ];
  return { subjects, stop };
}

type Headers = Readonly<Record<string, string>>;

const BARE: Headers = { "x-bare": "1" };

/** Next knows its gates itself; headers choose among them. */
function applicationOf(index: number, port: number, extra: Headers): Application {
  const wire = overWire(port, () => undefined);
  return {
    ...wire,
    async ask(question) {
      const answer = await wire.ask({ ...question, headers: { ...question.headers, ...extra } });
      // Another setting's handler has another setting's gate.
      const { setting } = (answer?.reached ?? {}) as { setting?: number };
      return answer && setting !== index ? { ...answer, reached: undefined } : answer;
    },
  };
}

function writeRoute(folder: string, setting: number, route: number): void {
  mkdirSync(folder, { recursive: true });
  const up = "../".repeat(folder.split("/app/").at(-1)?.split("/").length ?? 0);
  writeFileSync(
    join(folder, "route.ts"),
    `import { serve } from "${up}../serve.ts";\n` +
      `export const { GET, OPTIONS } = serve(${setting}, ${route});\n`,
  );
}

function folderOf({ segments, hasRest }: Route): string {
  const names = segments.map((segment) =>
    "name" in segment ? segment.name : `[${segment.parameter}]`,
  );
  return [...names, ...(hasRest ? ["[...rest]"] : [])].join("/");
}
