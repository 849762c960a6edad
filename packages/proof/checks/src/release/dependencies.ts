import type { WorkspacePackage } from "../workspace.ts";

const ADAPTER = ["@crossgate/core"];

/** What may come along with a package of ours, into a stranger's program. Nothing else may. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  "@crossgate/browser": [],
  "@crossgate/bun": ADAPTER,
  "@crossgate/cloudflare": [...ADAPTER, "@crossgate/origins"],
  "@crossgate/core": [],
  "@crossgate/deno": ADAPTER,
  "@crossgate/hono": ADAPTER,
  "@crossgate/next": ADAPTER,
  "@crossgate/origins": ["@crossgate/core"],
  crossgate: [
    "@crossgate/browser",
    "@crossgate/core",
    "@eslint-community/regexpp",
    "acorn",
    "cli-progress",
    "commander",
    "jiti",
    "picocolors",
    "proxy-from-env",
    "shlex",
    "tldts",
  ],
};

/** A dependency that no one has agreed to, or that is agreed to and no longer there. */
export function dependencyProblem({ name, manifest }: WorkspacePackage): string | undefined {
  const allowed = ALLOWED[name];
  if (allowed === undefined) return "a new package: say in dependencies.ts what it may depend on";
  const { dependencies = {}, optionalDependencies = {} } = manifest;
  const present = Object.keys({ ...dependencies, ...optionalDependencies });
  const problems = [
    ...present.filter((each) => !allowed.includes(each)).map((each) => `not agreed to: ${each}`),
    ...allowed.filter((each) => !present.includes(each)).map((each) => `no longer there: ${each}`),
    ...Object.entries(dependencies).flatMap(([each, range]) => rangeProblem(each, range)),
  ];
  return problems.length === 0 ? undefined : problems.join("\n");
}

/** Ours move together; of what is someone else's, users get fixes without a release of ours. */
function rangeProblem(name: string, range: string): readonly string[] {
  const ours = name.startsWith("@crossgate/");
  if (ours ? range === "workspace:^" : /^~\d+\.\d+\.\d+$/.test(range)) return [];
  return [`${name} is "${range}"; write ${ours ? '"workspace:^"' : '"~" and the version'}`];
}
