import { readPage, tableRows } from "../markdown.ts";
import { pages } from "../pages.ts";

/** The ids, like `P1`, with which a row of a table on a page begins. */
export function explainedIds(): ReadonlySet<string> {
  const cells = pages().flatMap((page) => tableRows(readPage(page)).map(([id = ""]) => id));
  return new Set(cells.filter((cell) => /^[A-Z]\d+$/.test(cell)));
}
