import type { Gate, Verdict } from "@crossgate/core";
import type { Policy } from "./load-policy.ts";
import { strangersOf, told, UNHEARD_OF } from "./strangers.ts";
import type { LintReport, LintWarning } from "./report.ts";
import { originsIn } from "./written-names.ts";
import { writtenWarnings } from "./written-warnings.ts";

/** A gate that does not show its options: `corsByPath`, `corsByOrigin`, or one's own. */
export function isGate(policy: Policy): policy is Gate {
  return "check" in policy && typeof policy.check === "function" && !("origin" in policy);
}

const stranger = "https://crossgate-lint.example";
const mostPaths = 40;
const mostStrangers = 200;

/** What one path allows one origin. */
interface Granted {
  readonly path: string;
  readonly origin: string;
  readonly credentials: boolean;
}

/** Reads a gate by asking it: about every path and every origin that its module names. */
export async function lintGate(gate: Gate, program: string): Promise<LintReport> {
  const paths = pathsIn(program);
  const origins = [...originsIn(program), stranger];
  const granted: Granted[] = [];
  for (const path of paths) {
    for (const origin of origins) granted.push(...(await ask(gate, path, origin)));
  }
  const written = await writtenWarnings(program);
  // What takes long would also take long to be asked.
  const isSlow = written.some(({ code }) => code === "slow-expression");
  const warnings = [
    ...granted
      .filter(({ origin }) => origin === stranger)
      .flatMap((each) => strangerWarning(each, program)),
    ...written,
    ...(isSlow ? [] : await nearWarnings(gate, paths, program)),
  ].filter(isFirst);
  return {
    version: 1,
    verdict: warnings.length === 0 ? "clean" : "warnings",
    allows: paths.map((path) => sentenceOf(path, granted)),
    errors: [],
    warnings,
  };
}

async function ask(gate: Gate, path: string, origin: string): Promise<readonly Granted[]> {
  const headers = await answerTo(gate, path, origin);
  const allowed = headers.get("access-control-allow-origin");
  if (allowed !== "*" && allowed !== origin) return [];
  const credentials = headers.get("access-control-allow-credentials") === "true";
  return [{ path, origin: allowed === "*" ? "*" : origin, credentials }].flatMap((each) =>
    each.origin === "*" && origin !== stranger ? [] : [{ ...each, origin }],
  );
}

/** The first stranger beside the names of the module that is allowed by name, at each path. */
async function nearWarnings(
  gate: Gate,
  paths: readonly string[],
  program: string,
): Promise<readonly LintWarning[]> {
  const near = [...new Set([...UNHEARD_OF, ...strangersOf(program)])].slice(0, mostStrangers);
  const warnings: LintWarning[] = [];
  for (const path of paths) {
    for (const origin of near) {
      // For everyone the response is "*", and names no one.
      if (!(await isNamed(gate, path, origin))) continue;
      warnings.push(...told(origin).map(({ code, message }) => ({ code, path, message })));
      break;
    }
  }
  return warnings;
}

async function isNamed(gate: Gate, path: string, origin: string): Promise<boolean> {
  return (await answerTo(gate, path, origin)).get("access-control-allow-origin") === origin;
}

async function answerTo(gate: Gate, path: string, origin: string): Promise<Headers> {
  const request = new Request(`https://crossgate-lint.invalid${path}`, { headers: { origin } });
  const verdict: Verdict = await gate.check(request, undefined);
  return (verdict.response ?? verdict.apply(new Response(null))).headers;
}

/** One thing is told once, however many rules show it. */
function isFirst({ code, path }: LintWarning, index: number, all: readonly LintWarning[]): boolean {
  return index === all.findIndex((other) => other.code === code && other.path === path);
}

function sentenceOf(path: string, granted: readonly Granted[]): string {
  const here = granted.filter((each) => each.path === path);
  const named = here.filter(({ origin }) => origin !== stranger);
  const isOpen = here.some(({ origin }) => origin === stranger);
  const texts = [
    ...(isOpen ? ["any page on the web"] : []),
    ...named.map(({ origin, credentials }) => `${origin}${credentials ? " with cookies" : ""}`),
  ];
  return texts.length === 0
    ? `${path}: no page of another origin may read.`
    : `${path}: ${texts.join(", ")} may read.`;
}

/** Everyone is meant where the module says `"*"`; with credentials never. */
function strangerWarning({ path, credentials }: Granted, program: string): readonly LintWarning[] {
  const isMeant = !credentials && /origin["']?\s*:\s*(?:\[\s*)?["']\*["']/.test(program);
  if (isMeant) return [];
  const how = credentials ? ", with cookies" : "";
  return [
    { code: "allows-probe", path, message: `It allows ${stranger}, which no one named${how}.` },
  ];
}

/** The paths that a module writes out, each with something below it where it ends in a star. */
function pathsIn(program: string): readonly string[] {
  const found = [...program.matchAll(/["'`](\/[\w./:{}*-]*)["'`]/g)].map(([, path = ""]) =>
    path.replace(/\*+$/, "crossgate-lint").replace(/[:{][^/]*/g, "x"),
  );
  const plain = found.filter((path) => !/\.(?:[cm]?[jt]sx?|json)$/.test(path));
  return [...new Set([...plain, "/crossgate-lint"])].slice(0, mostPaths);
}
