import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { readPage } from "./markdown.ts";
import { succeed } from "./run.ts";
import { readManifest, ROOT } from "./workspace.ts";

/** Of pnpm's own commands these run the script of the same name. */
const RUN_SCRIPTS: ReadonlySet<string> = new Set(["start", "stop", "test"]);

/** A command in a code span, or at the beginning of a line of a block. */
const COMMAND = /(?:^|`)(pnpm (run )?([a-z][a-z\d:-]*))/gm;

/** The commands that pnpm has itself, which go before the scripts of a package. */
export async function ownCommands(): Promise<ReadonlySet<string>> {
  const help = await succeed(["pnpm", "--help"]);
  const [, commands = ""] = /^Commands:\n([^]*?)^Options:/m.exec(help) ?? [];
  return new Set([...commands.matchAll(/^ {2}([a-z][a-z-]*) /gm)].map(([, name = ""]) => name));
}

/** What a page tells its reader to type, and pnpm would not do. */
export function wrongCommands(page: string, own: ReadonlySet<string>): readonly string[] {
  const scripts = new Set([".", dirname(page)].flatMap(scriptsIn));
  return [...readPage(page).matchAll(COMMAND)].flatMap(([, command = "", run, name = ""]) => {
    const isScript = scripts.has(name);
    if (run !== undefined) return isScript ? [] : [`${command}: no such script`];
    if (!own.has(name)) return isScript ? [] : [`${command}: neither a command nor a script`];
    const isHidden = isScript && !RUN_SCRIPTS.has(name);
    return isHidden ? [`${command}: pnpm's own command; write pnpm run ${name}`] : [];
  });
}

function scriptsIn(folder: string): readonly string[] {
  const isPackage = existsSync(join(ROOT, folder, "package.json"));
  return isPackage ? Object.keys(readManifest(folder).scripts ?? {}) : [];
}
