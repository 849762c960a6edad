import { expect, test } from "vitest";
import { codeBlocks, headings, linkTargets, tableRows } from "./markdown.ts";

const PAGE = `# The \`gate\`

See [the spec](docs/spec.md#policy) and ![a picture](page.png).

<!-- given: declare const handler: () => Response; -->

\`\`\`ts
handler();
\`\`\`

<!-- prints -->
\`\`\`text
hello
\`\`\`

<!-- a remark that belongs to the words below it -->

Words.

\`\`\`sh
npm test
\`\`\`

| Rule | Where |
| --- | --- |
| P1 | [here](a.ts) |
`;

test("a code block has the remark right above it, and no other", () => {
  expect(codeBlocks(PAGE)).toEqual([
    { language: "ts", code: "handler();", remark: "given: declare const handler: () => Response;" },
    { language: "text", code: "hello", remark: "prints" },
    { language: "sh", code: "npm test", remark: "" },
  ]);
});

test("links are found everywhere, in tables too", () => {
  expect(linkTargets(PAGE)).toEqual(["docs/spec.md#policy", "page.png", "a.ts"]);
});

test("headings lose their markup, and tables their head", () => {
  expect(headings(PAGE)).toEqual(["The gate"]);
  expect(tableRows(PAGE)).toEqual([["P1", "[here](a.ts)"]]);
});
