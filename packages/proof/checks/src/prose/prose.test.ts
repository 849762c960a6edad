import { describe, expect, test } from "vitest";
import { commentPassages, readScript } from "./comment-passages.ts";
import { findingsIn } from "./findings.ts";
import { messagePassages } from "./message-passages.ts";
import { pagePassages } from "./page-passages.ts";

const IDS: ReadonlySet<string> = new Set(["P1"]);
const LONG = `The gate ${"really ".repeat(22)}answers.`;
const LONGER = `The gate ${"really ".repeat(23)}answers.`;

function inPage(page: string): readonly string[] {
  const passages = pagePassages(page, { kind: "page", readCode: readScript });
  return passages.flatMap((passage) => findingsIn(passage, IDS));
}

function inSource(source: string, file = "a.ts"): readonly string[] {
  return [...commentPassages(file, source), ...messagePassages(file, source)].flatMap((passage) =>
    findingsIn(passage, IDS),
  );
}

describe("a sentence of a page", () => {
  test.each([
    [LONGER, "1: at most 25 words (26 words)"],
    [`Short.\nAnd ${LONG}`, "2: at most 25 words (26 words)"],
    [`Short.\n\n- one\n- ${LONGER}`, "4: at most 25 words"],
    [`> - a\n>\n>   ${LONGER}`, "3: at most 25 words"],
    [`| Head | Head |\n| --- | --- |\n| short | ${LONGER} |`, "3: at most 25 words"],
    [`# ${LONGER}`, "1: at most 25 words"],
    [`${LONG.slice(0, -1)}: \`code\``, "1: at most 25 words (26 words)"],
    [`${LONG.slice(0, -1)}; [again](https://a.example/b)`, "1: at most 25 words (26 words)"],
    ["It is sent all the same.", "1: no stumbling phrase (all the same)"],
    ["The body goes out\nas it\ncame.", "1: no stumbling phrase (as it came)"],
    ["They leave as they came.", "1: no stumbling phrase (as they came)"],
    ["It is asked anew.", "1: no stumbling phrase (anew)"],
    ["Equal, but for the name.", "1: no stumbling phrase (but for)"],
    ["A function, be it async.", "1: no stumbling phrase (be it)"],
    ["Also where it fails.", "1: no stumbling phrase (Also where)"],
    ["It has a port **of its own**.", "1: no stumbling phrase (of its own)"],
    ["Whoever asks may read.", "1: no stumbling phrase (Whoever)"],
    ["It lets nobody in.", "1: no one, anyone, everyone, someone (nobody)"],
    ["Browsers remember it.", "1: what is kept is cached (remember)"],
    ["See section 6.", "1: a section has a document (section 6)"],
    ["See § 6.", "1: a section has a document (§ 6)"],
    ["P1 holds, and Q7 too.", "1: a table explains each id (Q7)"],
    ["What it throws is reported.", "1: a noun is the subject (What)"],
    ["Who may read is another matter.", "1: a noun is the subject (Who)"],
    ["```ts\nconst a = 1;\n// It is asked anew.\n```", "3: no stumbling phrase (anew)"],
  ])("%j breaks a rule", (page, finding) => {
    expect(inPage(page)).toEqual([expect.stringContaining(finding)]);
  });

  test.each([
    LONG,
    `${LONG} ${LONG}`,
    `${LONG.slice(0, -9)} \`a code span. Of many words? Is one\`.`,
    `${LONG.slice(0, -9)} [one](https://a.example/of/many-words.html).`,
    `${LONG.slice(0, -9)} cross-origin.`,
    `- ${LONG.slice(0, -1)}\n- ${LONG.slice(0, -1)}`,
    `| ${LONG} | ${LONG} |\n| --- | --- |\n| ${LONG} | ${LONG} |`,
    "`all the same` is code",
    "The rules are all on the same page, but format them.",
    "`rememberedOrigins` is a name.",
    "Section 6 of RFC 9110 has a document.",
    "Sections are many, and section titles too.",
    "P1 is explained; H3 and R2 are products; ES2023 and UTF-8 are no ids.",
    "What is CORS?",
    "# What it costs",
    "```sh\n# It is asked anew.\n```",
    "```text\nWhoever asks\n```",
    "<!-- whoever reads this -->",
  ])("%j breaks none", (page) => expect(inPage(page)).toEqual([]));
});

describe("a source", () => {
  test.each([
    ["// It is\n// asked anew.", "1: no stumbling phrase (anew)"],
    ["const a = 1; // asked anew", "1: no stumbling phrase (anew)"],
    ["\n/** It is asked anew. */", "2: no stumbling phrase (anew)"],
    [`/**\n * Asks.\n *\n * @param a ${LONGER}\n */`, "4: at most 25 words (26 words)"],
    [`/**\n * Asks.\n *\n * ${LONGER}\n * @see https://a.example\n */`, "4: at most 25 words"],
    ["/**\n * Asks.\n *\n * - `true`: anew\n */", "4: no stumbling phrase (anew)"],
    ["/**\n * @example\n * ```ts\n * f(); // anew\n * ```\n */", "4: no stumbling phrase (anew)"],
    ["// @ts-expect-error asked anew", "1: no stumbling phrase (anew)"],
    ["// oxlint-disable-next-line no-undef -- asked anew", "1: no stumbling phrase (anew)"],
    ["throw new Error(`${name} is asked for anew`);", "1: no stumbling phrase (anew)"],
    [`\nconst advice = "Ask for the list anew";`, "2: no stumbling phrase (anew)"],
    ["<p>\n  Ask for the\n  list anew\n</p>;", "1: no stumbling phrase (anew)"],
  ])("%j breaks a rule", (source, finding) => {
    expect(inSource(source, "a.tsx")).toEqual([expect.stringContaining(finding)]);
  });

  test.each([
    "// What the page asked for.",
    "/** {@link anew | a name} */",
    "/** @see https://a.example/anew */",
    "const anew = 1;",
    `const phrase = "anew";`,
    `const line = "Access to fetch at 'x' is asked anew";`,
    "const page = `<p>\n  asked for once and anew\n</p>`;",
  ])("%j breaks none", (source) => expect(inSource(source)).toEqual([]));

  test("of a test has titles for messages, and nothing else", () => {
    const source = `
      test("asks for the list anew", () => expect("and then asks anew").toBe(1));
      test.each([["a", "and then asks anew"]])(\`asks \${1} for it anew\`, () => {});
    `;
    expect(inSource(source, "a.test.ts")).toEqual([
      expect.stringMatching(/^2: .* asks for the list anew$/),
      expect.stringMatching(/^3: .* asks \$\{\} for it anew$/),
    ]);
  });
});
