import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv, stripVTControlCharacters } from "node:util";
import { parse } from "jsonc-parser";
import { describe, expect, test } from "vitest";
import { run } from "./run.ts";
import { readManifest, ROOT } from "./workspace.ts";

/** What someone who deploys a Worker needs to find beside it. */
const REQUIRED = ["README.md", "package.json", "wrangler.jsonc"];
const EXAMPLE = ".dev.vars.example";

interface Settings {
  readonly vars?: Readonly<Record<string, unknown>>;
  readonly secrets?: { readonly required?: readonly string[] };
}

const workers = readdirSync(join(ROOT, "workers")).map((name) => `workers/${name}`);

describe.each(workers)("%s", (worker) => {
  test.each(REQUIRED)("has %s", (file) => expect(existsSync(join(ROOT, worker, file))).toBe(true));

  test("shows its variables", () => expect(variableProblems(worker)).toEqual([]));
});

describe.concurrent("wrangler deploy --dry-run", () => {
  // Bundles a Worker as a deployment would. A warning is something to mend before it is one.
  test.each(workers)("of %s", async (worker) => {
    expect(readManifest(worker).scripts?.["check:deploy"]).toBeTypeOf("string");
    const { code, output } = await run(["pnpm", "run", "--silent", "check:deploy"], {
      cwd: join(ROOT, worker),
      timeLimit: 240_000,
    });
    const text = stripVTControlCharacters(output);
    expect(code, text).toBe(0);
    expect(text).toMatch(/^Total Upload: /m);
    expect(text).not.toMatch(/\b(?:WARNING|ERROR)\b/);
  });
});

/** No one should have to read the source to learn which secrets to set. */
function variableProblems(worker: string): readonly string[] {
  const { secrets, vars = {} }: Settings = parse(
    readFileSync(join(ROOT, worker, "wrangler.jsonc"), "utf8"),
    [],
    { allowTrailingComma: true },
  );
  const required = secrets?.required ?? [];
  const file = join(ROOT, worker, EXAMPLE);
  const shown = existsSync(file) ? Object.keys(parseEnv(readFileSync(file, "utf8"))) : [];
  const known = [...required, ...Object.keys(vars)];
  return [
    ...required.filter((name) => !shown.includes(name)).map((name) => `${EXAMPLE} lacks ${name}`),
    ...shown
      .filter((name) => !known.includes(name))
      .map((name) => `${name} is in ${EXAMPLE}, and neither a secret nor a var of wrangler.jsonc`),
  ];
}
