// node rules-of-file.ts FILE RULE … puts each fault into FILE, a source of core, and runs cases of
// every rule. It prints as JSON those of the RULEs that no fault hits harder than other rules.
import { readFileSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { version } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { allCases } from "@crossgate/conformance/cases";
import type { run as Run } from "@crossgate/conformance/run";
import type { subjectsOf as SubjectsOf } from "@crossgate/conformance/subjects";
import { startUpstream } from "@crossgate/conformance/upstream";
import { sourcesWithFault } from "./faults.ts";
import { rulesHitAsHard, sample } from "./matters.ts";

type Case = (typeof allCases)[number];

/** So many other rules may be hit as hard, because their cases are under this rule, too. */
const WIDE = new Map([
  ["C1", 1],
  ["O6", 1],
  ["R5", 1],
  ["P1", 5],
  ["P12", 5],
  ["R2", 5],
]);
const LONGEST = 20_000;
const FAULT = /\?fault=(\d+)$/;
/** What is loaded again for each fault; the cases hold no state. */
const RELOADED = /\/packages\/(?:core|proof\/conformance)\/src\/(?!cases\/)/;

const [file = "", ...rules] = process.argv.slice(2);
const sources = sourcesWithFault(file, readFileSync(file, "utf8"));
const faulty = pathToFileURL(file).href;
const plain = new Map<string, string>();

registerHooks({
  resolve(specifier, context, nextResolve) {
    const resolved = nextResolve(specifier, context);
    const [fault] = FAULT.exec(context.parentURL ?? "") ?? [];
    return fault && RELOADED.test(resolved.url)
      ? { ...resolved, url: `${resolved.url}${fault}` }
      : resolved;
  },
  load(url, context, nextLoad) {
    const [query, fault] = FAULT.exec(url) ?? [];
    if (query === undefined) return nextLoad(url, context);
    const module = url.slice(0, -query.length);
    const source =
      module === faulty ? stripTypeScriptTypes(sources[Number(fault)] ?? "") : plainSource(module);
    return { format: "module", shortCircuit: true, source };
  },
});

// What the suite reports meanwhile is about the faults.
console.error = () => {};
console.warn = () => {};
process.on("unhandledRejection", () => {});

const upstream = await startUpstream();
const cases = sample(allCases.filter(isSmall));
const unkept = new Set(rules);
for (let index = 0; index < sources.length && unkept.size > 0; index++) {
  const failed = await failures(index);
  for (const rule of unkept) {
    if (rulesHitAsHard(rule, cases, failed) <= (WIDE.get(rule) ?? 0)) unkept.delete(rule);
  }
}
upstream.close();
console.log(JSON.stringify([...unkept]));

function plainSource(module: string): string {
  const source =
    plain.get(module) ?? stripTypeScriptTypes(readFileSync(fileURLToPath(module), "utf8"));
  plain.set(module, source);
  return source;
}

async function failures(fault: number): Promise<ReadonlySet<string>> {
  const load = (name: string): Promise<unknown> =>
    import(`${import.meta.resolve(`@crossgate/conformance/${name}`)}?fault=${fault}`);
  try {
    const { run } = (await load("run")) as { run: typeof Run };
    const { subjectsOf } = (await load("subjects")) as { subjectsOf: typeof SubjectsOf };
    const host = { name: "node", version, upstream: upstream.url } as const;
    const failed = new Set<string>();
    for (const [gate, asked] of Map.groupBy(cases, gateOf)) {
      const { subjects } = await run(
        asked,
        subjectsOf("core").filter(({ name }) => name === gate),
        host,
      );
      for (const { id } of subjects.flatMap((subject) => subject.failed)) failed.add(id);
    }
    return failed;
  } catch {
    // A module that can't even be loaded fails every case.
    return new Set(cases.map(({ id }) => id));
  }
}

/** The subject that sees most of a case: verdicts, unless it is about errors or a function. */
function gateOf(each: Case): string {
  if ("chosen" in each) return "core gateFor";
  return each.rules.includes("R8") ? "core wrap" : "core check and apply";
}

/** Headers of many kilobytes take as long as all other cases together. */
function isSmall(each: Case): boolean {
  return JSON.stringify({ ...each, options: undefined }).length < LONGEST;
}
