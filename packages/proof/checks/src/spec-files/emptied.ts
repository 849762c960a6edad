// node emptied.ts FILE INDEX RULE … takes one function out of FILE, a source of core, by its index.
// It runs the cases of the rules, and one case of every other rule, and prints the failures as JSON.
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { version } from "node:process";
import { pathToFileURL } from "node:url";
import type { allCases as AllCases } from "@crossgate/conformance/cases";
import { withoutEachFunction } from "./without-functions.ts";

/** The ids of the cases that failed, and of one case of every other rule. */
export interface Emptied {
  readonly failed: readonly string[];
  readonly others: readonly string[];
}

const [file = "", index = "", ...rules] = process.argv.slice(2);
const emptied = pathToFileURL(file).href;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (url !== emptied) return loaded;
    const sources = withoutEachFunction(file, readFileSync(file, "utf8"));
    return { ...loaded, source: sources[Number(index)] ?? "" };
  },
});

// What the suite reports meanwhile is about the emptied function.
console.error = () => {};
console.warn = () => {};

console.log(JSON.stringify(await failures()));

async function failures(): Promise<Emptied> {
  const { allCases } = await import("@crossgate/conformance/cases");
  const isOfRules = (each: { rules: readonly string[] }): boolean =>
    each.rules.some((rule) => rules.includes(rule));
  const firsts = [...Map.groupBy(allCases, (each) => each.rules[0]).values()].map(
    ([first]) => first,
  );
  const others = allCases.filter((each) => firsts.includes(each) && !isOfRules(each));
  const cases = [...allCases.filter(isOfRules), ...others];
  return { failed: await failing(cases), others: others.map(({ id }) => id) };
}

async function failing(cases: typeof AllCases): Promise<readonly string[]> {
  try {
    const { run } = await import("@crossgate/conformance/run");
    const { subjectsOf } = await import("@crossgate/conformance/subjects");
    const host = { name: "node", version, upstream: "http://127.0.0.1:1/" } as const;
    const { subjects } = await run(cases, subjectsOf("core"), host);
    return [...new Set(subjects.flatMap(({ failed }) => failed.map(({ id }) => id)))];
  } catch {
    // A module that can't even be loaded fails every case.
    return cases.map(({ id }) => id);
  }
}
