import { expect, test } from "vitest";
import { commandsOf, shellProblem } from "./shell.ts";

test("commands are told apart as a shell does, without variables and comments", () => {
  const code = `FORCE=1 npm start -- -p 1 # here, || there\ncurl -i \\\n  -H "origin: https://a.b" x | grep 'a b' && ls *.ts`;
  expect(commandsOf(code)).toEqual([
    ["npm", "start", "--", "-p", "1"],
    ["curl", "-i", "-H", "origin: https://a.b", "x"],
    ["grep", "a b"],
    ["ls", "*.ts"],
  ]);
});

const PLAYGROUND = "workers/playground/README.md";

test.each([
  ["README.md", "npm test"],
  ["README.md", "npm install @crossgate/core hono"],
  ["README.md", "deno add jsr:@crossgate/deno"],
  ["README.md", "pnpm --filter @crossgate/playground check:deploy"],
  ["README.md", "cd workers/playground\npnpm check:deploy"],
  [PLAYGROUND, "pnpm check:deploy && pnpm lint"],
  [PLAYGROUND, "npx --yes crossgate explain https://a.b -o https://c.d --credentials=include"],
  [PLAYGROUND, "npx wrangler kv key put --binding=A b c"],
])("%s may say %j", async (page, code) => {
  expect(await shellProblem(page, code)).toBeUndefined();
});

test.each([
  ["README.md", "pnpm check:deploy", "no script check:deploy"],
  ["README.md", "npm run", "no script"],
  ["README.md", "pnpm --filter @crossgate/nobody start", "no script start"],
  ["README.md", "cd workers/nowhere", "no such folder"],
  ["README.md", "node packages/nowhere/a.ts", "there is no packages/nowhere/a.ts"],
  ["README.md", "npm install @crossgate/checks", "not published"],
  ["README.md", "deno add jsr:@crossgate/next", "not published"],
  ["README.md", "npx crossgate explane https://a.b", "no such subcommand"],
  ["README.md", "npx crossgate explain https://a.b --referer c", "no option --referer"],
  ["README.md", "npx wrangler kv nokey", "no such subcommand"],
  ["README.md", "wrangler deploy --dryrun", "no option --dryrun"],
  ["README.md", "frobnicate", "is not known here"],
  ["README.md", "cp .dev.vars.example .dev.vars", "there is no .dev.vars.example"],
])("%s may not say %j", async (page, code, problem) => {
  expect(await shellProblem(page, code)).toContain(problem);
});
