// node emptied.ts FILE RULE … : runs the cases of the rules with a core whose FILE has no function
// that works. Prints the ids of the cases that fail, as JSON.
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { version } from "node:process";
import { pathToFileURL } from "node:url";
import { withoutFunctions } from "./without-functions.ts";

const [file = "", ...rules] = process.argv.slice(2);
const emptied = pathToFileURL(file).href;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (url !== emptied) return loaded;
    return { ...loaded, source: withoutFunctions(file, readFileSync(file, "utf8")) };
  },
});

// What the suite reports meanwhile is about the emptied file.
console.error = () => {};
console.warn = () => {};

console.log(JSON.stringify(await failures()));

async function failures(): Promise<readonly string[]> {
  const { allCases } = await import("@crossgate/conformance/cases");
  const cases = allCases.filter((each) => each.rules.some((rule) => rules.includes(rule)));
  try {
    const { run } = await import("@crossgate/conformance/run");
    const { subjectsOf } = await import("@crossgate/conformance/subjects");
    const host = { name: "node", version, upstream: "http://127.0.0.1:1/" } as const;
    const { subjects } = await run(cases, subjectsOf("core"), host);
    return subjects.flatMap(({ failed }) => failed.map(({ id }) => id));
  } catch {
    // A module that can't even be loaded fails every case.
    return cases.map(({ id }) => id);
  }
}
