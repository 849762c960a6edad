import { codeBlocks, readPage } from "../markdown.ts";

/** The first code block of a language in a package's README, as its reader copies it. */
export function firstExample(directory: string, language: string): string {
  const page = `${directory}/README.md`;
  const block = codeBlocks(readPage(page)).find((each) => each.language === language);
  if (block === undefined) throw new Error(`${page} has no ${language} block`);
  return `${block.code}\n`;
}

/** The example with one thing changed, which must be there: a fixed port, a server's address. */
export function changed(example: string, before: string, after: string): string {
  if (!example.includes(before))
    throw new Error(`the README no longer says ${before}:\n${example}`);
  return example.replace(before, after);
}
