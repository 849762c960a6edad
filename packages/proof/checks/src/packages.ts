import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConsumer, entriesOf } from "./consumer.ts";
import { createPackedSuite, originProblem, runPackedSuite } from "./packed-conformance.ts";
import { Report } from "./report.ts";
import { run } from "./run.ts";
import { sideEffectProblem } from "./side-effects.ts";
import { attwProblem, contentsProblem, pack, publintProblem, type Tarball } from "./tarball.ts";
import { publishablePackages, ROOT } from "./workspace.ts";

/** It imports `cloudflare:workers`. */
const ONLY_ON_WORKERD = "@crossgate/cloudflare/kv-origins";

const report = new Report();
const packages = publishablePackages();
const folder = mkdtempSync(join(tmpdir(), "crossgate-packages-"));
try {
  await build();
  const tarballs = await Promise.all(packages.map((each) => pack(each, folder)));
  for (const tarball of tarballs) await inspect(tarball);
  await consume(tarballs);
  await conform(tarballs);
} finally {
  rmSync(folder, { recursive: true });
}
report.finish();

/** From nothing: what an earlier build left behind must not be published. */
async function build(): Promise<void> {
  const solution = readFileSync(join(ROOT, "tsconfig.json"), "utf8");
  for (const { name, directory } of packages) {
    rmSync(join(ROOT, directory, "dist"), { recursive: true, force: true });
    const named = solution.includes(`"${directory}/tsconfig.build.json"`);
    report.check(`${name} is built by tsc -b`, named ? undefined : "not in tsconfig.json");
  }
  const { code, output } = await run(["tsc", "-b"]);
  report.check("tsc -b", code === 0 ? undefined : output);
}

async function inspect(tarball: Tarball): Promise<void> {
  report.check(`${tarball.name}: ${tarball.files.length} files`, contentsProblem(tarball));
  report.check(`${tarball.name}: publint --strict`, await publintProblem(tarball));
  report.check(`${tarball.name}: attw --profile esm-only`, await attwProblem(tarball));
}

async function consume(tarballs: readonly Tarball[]): Promise<void> {
  const consumer = await createConsumer(join(folder, "consumer"), tarballs);
  report.check("the tarballs install", consumer.problem);
  for (const { name, command } of consumer.builds) {
    const { code, output } = await run(command, { cwd: consumer.directory });
    const faults = code === 0 ? "" : faultsOfOurs(output);
    const foreign = code !== 0 && faults === "";
    const remark = foreign ? ", but for a host's own declarations" : "";
    report.check(`a user compiles: ${name}${remark}`, faults === "" ? undefined : faults);
  }
  for (const entry of tarballs.flatMap(entriesOf).filter((each) => each !== ONLY_ON_WORKERD)) {
    report.check(`importing ${entry} does nothing`, await sideEffectProblem(consumer, entry));
  }
}

/** Sources pass the suite in a stage of their own; users run what was compiled and packed. */
async function conform(tarballs: readonly Tarball[]): Promise<void> {
  const suite = await createPackedSuite(join(folder, "conformance"), tarballs);
  report.check("the conformance suite installs", suite.problem);
  if (suite.problem !== undefined) return;
  for (const tarball of suite.judged) {
    report.check(`the suite judges ${tarball.name}/dist`, originProblem(suite, tarball));
  }
  const others = tarballs.filter((tarball) => !suite.judged.includes(tarball));
  for (const { name } of others) console.log(`  ${name}: not run here, no subject of the suite`);
  report.add(await runPackedSuite(suite));
}

/**
 * The errors in our declarations and in what uses them. Hosts publish declarations for the TypeScript
 * of their own time: Hono's do not compile with 5.6, whoever imports them.
 */
function faultsOfOurs(output: string): string {
  const theirs = /^node_modules\/(?!(?:\.pnpm\/)?@crossgate)/;
  const errors = output.split("\n").filter((line) => /error TS\d+/.test(line));
  // A compiler that fails without an error of its own has not compiled anything.
  if (errors.length === 0) return output;
  return errors.filter((line) => !theirs.test(line)).join("\n");
}
