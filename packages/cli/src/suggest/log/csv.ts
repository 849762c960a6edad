import { fieldName } from "./field-names.ts";
import { Fields } from "./fields.ts";

/** What a spreadsheet or a query's export has in its first line. */
export interface Table {
  readonly separator: string;
  readonly columns: readonly string[];
}

const separators = [",", ";", "\t"];
const columnName = /^[\w @$.()[\]:-]{1,80}$/;

/** The columns that the first line of an export names, if one of them tells of pages. */
export function readHead(line: string): Table | undefined {
  for (const separator of separators) {
    const cells = cellsOf(line, separator);
    if (cells.length < 2 || !cells.every((cell) => columnName.test(cell))) continue;
    const columns = cells.map((cell) => fieldName(cell.trim().replace(/\s+/g, "-")));
    if (columns.some((name) => name === "origin" || name === "referer")) {
      return { separator, columns };
    }
  }
  return undefined;
}

/** One row, by the names of its columns. */
export function readRow(line: string, { separator, columns }: Table): Fields {
  const fields = new Fields();
  for (const [index, cell] of cellsOf(line, separator).entries()) {
    const column = columns[index];
    if (column !== undefined) fields.add(column, cell.trim());
  }
  return fields;
}

/**
 * The cells of a line. In quotes a separator is text, and two quotes are one.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180#section-2
 */
function cellsOf(line: string, separator: string): readonly string[] {
  const cells: string[] = [];
  let at = 0;
  while (at <= line.length) {
    const isQuoted = line.charAt(at) === '"';
    const end = isQuoted ? quoteEnd(line, at + 1) : at;
    const next = line.indexOf(separator, end);
    const stop = next < 0 ? line.length : next;
    cells.push(isQuoted ? line.slice(at + 1, end).replaceAll('""', '"') : line.slice(at, stop));
    at = stop + 1;
  }
  return cells;
}

/** Where the quote ends that closes a cell; the end of the line if none does. */
function quoteEnd(line: string, from: number): number {
  let at = line.indexOf('"', from);
  while (at >= 0 && line.charAt(at + 1) === '"') at = line.indexOf('"', at + 2);
  return at < 0 ? line.length : at;
}
