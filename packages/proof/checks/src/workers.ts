import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv, stripVTControlCharacters } from "node:util";
import { parse } from "jsonc-parser";
import pMap from "p-map";
import { Report } from "./report.ts";
import { run } from "./run.ts";
import { readManifest, ROOT } from "./workspace.ts";

/** What somebody who deploys a Worker needs to find beside it. */
const REQUIRED = ["README.md", "package.json", "wrangler.jsonc"];
const EXAMPLE = ".dev.vars.example";

interface Settings {
  readonly vars?: Readonly<Record<string, unknown>>;
  readonly secrets?: { readonly required?: readonly string[] };
}

const report = new Report();
const workers = readdirSync(join(ROOT, "workers")).map((name) => `workers/${name}`);
for (const worker of workers) {
  const missing = REQUIRED.filter((file) => !existsSync(join(ROOT, worker, file)));
  report.check(`${worker}: ${REQUIRED.join(", ")}`, lines(missing, "there is no"));
  if (missing.length === 0) report.check(`${worker}: variables`, variablesProblem(worker));
}
const deployments = await pMap(workers, deploy, { concurrency: 2 });
for (const [index, { said, problem }] of deployments.entries()) {
  report.check(`${workers[index]}: wrangler deploy --dry-run${said}`, problem);
}
report.finish();

/** Nobody should have to read the source to learn which secrets to set. */
function variablesProblem(worker: string): string | undefined {
  const { secrets, vars = {} }: Settings = parse(
    readFileSync(join(ROOT, worker, "wrangler.jsonc"), "utf8"),
    [],
    { allowTrailingComma: true },
  );
  const required = secrets?.required ?? [];
  const file = join(ROOT, worker, EXAMPLE);
  const shown = existsSync(file) ? Object.keys(parseEnv(readFileSync(file, "utf8"))) : [];
  const known = [...required, ...Object.keys(vars)];
  return lines([
    ...required.filter((name) => !shown.includes(name)).map((name) => `${EXAMPLE} lacks ${name}`),
    ...shown
      .filter((name) => !known.includes(name))
      .map((name) => `${name} is in ${EXAMPLE}, and neither a secret nor a var of wrangler.jsonc`),
  ]);
}

/** Bundles a Worker as a deployment would. A warning is something to mend before it is one. */
async function deploy(worker: string): Promise<{ said: string; problem: string | undefined }> {
  if (readManifest(worker).scripts?.["check:deploy"] === undefined) {
    return { said: "", problem: `package.json has no script "check:deploy"` };
  }
  const { code, output } = await run(["pnpm", "run", "--silent", "check:deploy"], {
    cwd: join(ROOT, worker),
    timeLimit: 120_000,
  });
  const text = stripVTControlCharacters(output);
  const upload = /^Total Upload: (.+)$/m.exec(text)?.[1];
  const sound = code === 0 && upload !== undefined && !/\b(?:WARNING|ERROR)\b/.test(text);
  return { said: upload === undefined ? "" : `, ${upload}`, problem: sound ? undefined : text };
}

function lines(problems: readonly string[], prefix = ""): string | undefined {
  return problems.length === 0
    ? undefined
    : problems.map((each) => `${prefix} ${each}`.trim()).join("\n");
}
