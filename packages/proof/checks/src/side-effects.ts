import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Consumer } from "./consumer.ts";
import { run } from "./run.ts";

const SCRIPT = `
const owners = [globalThis, Object, Array, Promise, Request, Response, Headers, URL, console, process];
const members = () => owners.flatMap((owner) => [owner, owner.prototype ?? {}])
  .map((owner) => Object.entries(Object.getOwnPropertyDescriptors(owner)).map(([name, { value }]) => [name, value]));
const before = members();
await import(process.argv[2]);
const changes = members().flatMap((now, index) => now.filter(([name, value]) =>
  !before[index].some((old) => old[0] === name && Object.is(old[1], value))));
if (changes.length > 0) console.log("changed:", changes.map(([name]) => name).join(", "));
`;

/** What importing an entry does, for one whose package.json says `"sideEffects": false`. */
export async function sideEffectProblem(
  { directory }: Consumer,
  entry: string,
): Promise<string | undefined> {
  const file = join(directory, "side-effects.mjs");
  writeFileSync(file, SCRIPT);
  const { output } = await run([process.execPath, file, entry], { cwd: directory });
  return output === "" ? undefined : output;
}
