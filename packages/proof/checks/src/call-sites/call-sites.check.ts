import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { COMPILERS } from "../compilers.ts";
import { run } from "../run.ts";
import { ROOT } from "../workspace.ts";
import { GATES, GIVEN, MISNAMED, REFUSED, TAKEN } from "./policies.ts";
import { type Subject, SUBJECTS } from "./subjects.ts";

/** Of a policy that is written in place: a text that a person reads to its end, no wall of overloads. */
const LONGEST_TEXT = 1000;

interface CallSite {
  readonly call: string;
  /** What the compiler says of it; `undefined` where it compiles. */
  readonly words?: RegExp;
  readonly longest?: number;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe.each(SUBJECTS)("$name", (subject) => {
  const sites = callSites(subject);
  const program = [subject.given, GIVEN].join("\n").split("\n");
  const lines = sites.map(({ call }, index) => `export const site${index} = ${call};`);
  const folder = writeProgram(subject, [...program, ...lines].join("\n"));

  test.each(Object.entries(COMPILERS))(
    `%s takes or refuses ${sites.length} call sites`,
    async (_, compiler) => {
      const { output } = await run([process.execPath, compiler, "-p", folder]);
      const said = textsByLine(output);
      const problems = sites.flatMap((site, index) => {
        const problem = problemOf(site, said.get(program.length + index + 1));
        return problem ? [`${site.call}: ${problem}`] : [];
      });
      expect(problems).toEqual([]);
      const ofProgram = [...said].filter(([line]) => line <= program.length);
      expect(ofProgram).toEqual([]);
    },
  );
});

/** What is wrong with what a compiler says of a call site. */
function problemOf({ words, longest = Infinity }: CallSite, text?: string): string | undefined {
  if (words === undefined) return text && `is refused: ${text}`;
  if (text === undefined) return "is taken";
  if (!words.test(text)) return `lacks ${String(words)}: ${text}`;
  return text.length > longest ? `says too much: ${text}` : undefined;
}

/** Every policy in every call. */
function callSites({ name, calls, choosing }: Subject): readonly CallSite[] {
  const put = (policy: string) => (call: string) => call.replaceAll("POLICY", policy);
  const taken = [...TAKEN, ...(name === "core" ? [] : GATES)];
  return [
    ...taken
      .flatMap((policy) => [...calls, ...choosing].map(put(policy)))
      .map((call) => ({ call })),
    ...[...REFUSED, ...MISNAMED].flatMap(([policy, words]) => {
      const longest = policy.startsWith("{") ? LONGEST_TEXT : Infinity;
      return calls.map(put(policy)).map((call) => ({ call, words, longest }));
    }),
    ...REFUSED.flatMap(([policy, words]) =>
      choosing.map(put(policy)).map((call) => ({ call, words })),
    ),
  ];
}

/** Inside the package, so that imports are found as the package finds them. */
function writeProgram({ name, lib, types }: Subject, program: string): string {
  const cache = join(ROOT, "packages", name, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "call-sites-"));
  folders.push(folder);
  const entry = (path: string): string[] => [join(ROOT, "packages", path, "index.ts")];
  const compilerOptions = {
    target: "es2022",
    module: "nodenext",
    lib,
    types,
    paths: {
      [`@crossgate/${name}`]: entry(`${name}/src`),
      ...(name === "core" ? { "@crossgate/core/*": entry("core/src/*") } : {}),
    },
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
  };
  const files = ["call-sites.ts"];
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(folder, "call-sites.ts"), program);
  return folder;
}

/** What the compiler says of each line of the program. */
function textsByLine(output: string): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  let current: number | undefined;
  for (const line of output.split("\n")) {
    if (!line.startsWith(" ")) current = Number(/call-sites\.ts\((\d+),/.exec(line)?.[1]);
    if (current) texts.set(current, `${texts.get(current) ?? ""}${line}\n`);
  }
  return texts;
}
