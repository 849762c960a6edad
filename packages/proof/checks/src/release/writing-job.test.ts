import { describe, expect, test } from "vitest";
import { type Job, writingJobProblems } from "./writing-job.ts";

const NO_HOOKS = {
  GIT_CONFIG_COUNT: 1,
  GIT_CONFIG_KEY_0: "core.hooksPath",
  GIT_CONFIG_VALUE_0: "/dev/null",
};

function problemsOf(run: string, more: Job = {}): string {
  const permissions = { contents: "write" };
  return writingJobProblems({ permissions, env: NO_HOOKS, steps: [{ run }], ...more }).join("\n");
}

test.each([
  "git apply --index $PATCH",
  `git commit --message "Release $(jq --raw-output .version packages/core/package.json)"`,
  "gh pr create --title x \\\n  || gh pr edit --title x",
  `if grep --invert-match '; npm test' changes; then echo "not these"; exit 1; fi`,
  "npm publish ./a.tgz --ignore-scripts --access public",
  `while read -r name; do npm view "$name" >/dev/null 2>&1; done < order.txt`,
  "# npm test, isn't it?\necho done # npm test",
])("runs nothing of the tree: %j", (run) => {
  expect(problemsOf(run)).toBe("");
});

describe("may run what the tree holds", () => {
  test.each([
    "npx --yes pnpm@12.21.0 install --frozen-lockfile",
    "npm ci",
    "npm run release:version",
    "npm publish ./a.tgz",
    "pnpm dlx changeset",
    "bun install",
    "deno task version",
    "node packages/proof/checks/src/release/ready.ts",
    "./.ci/run",
    "'.ci/run'",
    '".ci/run"',
    "bash .ci/run",
    "source .ci/run",
    ". .ci/run",
    "make",
    "echo x && npm ci",
    "echo x; npm ci",
    "echo x | xargs node",
    "echo x & .ci/run",
    "echo $(npm ci)",
    'echo "v$(npm ci)"',
    "echo `npm ci`",
    `echo "it's"; npm ci; echo "it's"`,
    "echo it # isn't\nnpm ci # it's",
    "cat <(npm ci)",
    "if ! npm ci; then echo x; fi",
    "A=b npm ci",
    "$PROGRAM",
    "${PROGRAM} x",
    "eval x",
    "git \\\n  submodule foreach npm ci",
    "git -c core.hooksPath=.hooks commit",
    "git config core.hooksPath .hooks",
    "gh alias set --shell x 'npm ci'",
  ])("%j", (run) => {
    expect(problemsOf(run)).toContain("it may run what the tree holds");
  });
});

describe("which jobs it is asked of", () => {
  test.each<Job["permissions"]>([
    "write-all",
    { actions: "write" },
    { contents: "read", "pull-requests": "write" },
    { "id-token": "write" },
  ])("%j", (permissions = {}) => {
    expect(problemsOf("npm ci", { permissions })).toContain("npm ci");
  });

  test.each<Job["permissions"]>(["read-all", {}, { contents: "read" }])(
    "not %j",
    (permissions = {}) => {
      expect(problemsOf("npm ci", { permissions })).toBe("");
    },
  );
});

test.each<[string, Job]>([
  ["core.hooksPath", { env: {} }],
  ["core.hooksPath", { env: { ...NO_HOOKS, GIT_CONFIG_VALUE_0: ".hooks" } }],
  ["core.hooksPath", { env: { ...NO_HOOKS, GIT_CONFIG_COUNT: 0 } }],
  ["the shell", { steps: [{ run: "true", shell: "python" }] }],
  ["pnpm/action-setup", { steps: [{ uses: "pnpm/action-setup@v4", with: { run_install: true } }] }],
])("%s: %j", (problem, more) => {
  expect(problemsOf("git push", more)).toContain(problem);
});
