import { readAccessLine } from "./access-line.ts";
import { recordsIn } from "./batch.ts";
import { readHead, readRow, type Table } from "./csv.ts";
import type { Fields } from "./fields.ts";
import { readJsonRecord } from "./json-record.ts";
import { type LoggedRequest, OWN, requestOf } from "./logged-request.ts";
import { readCloudFrontLine, readColumns, readTableLine } from "./table-line.ts";

/** What a record tells: requests of pages of other origins, or that the server's own page asked. */
export type Told = LoggedRequest | typeof OWN;

const deepest = 3;
/** A record without one of these tells of no page. */
const page = /origin|referr?er|:\/\/|"null"/i;

/** Reads the records of one log, in their order: some logs name their columns before them. */
export class RecordReader {
  #columns: readonly string[] | undefined;
  #table: Table | undefined;
  #isFirst = true;

  /** What one record tells; several requests where a runtime has put several messages into it. */
  read(record: string, depth = 0): readonly Told[] {
    if (this.#isFirst) {
      this.#isFirst = false;
      this.#table = readHead(record);
      if (this.#table) return [];
    }
    if (this.#table) return toldBy(readRow(record, this.#table));
    const columns = readColumns(record);
    if (columns) this.#columns = columns;
    if (columns || record.startsWith("#")) return [];
    if (this.#columns) return toldBy(readTableLine(record, this.#columns));
    if (!page.test(record)) return [];
    const values = valuesOf(record);
    if (values) return values.flatMap((value) => this.#readValue(value, depth));
    return toldBy(readCloudFrontLine(record) ?? readAccessLine(record));
  }

  #readValue(value: unknown, depth: number): readonly Told[] {
    const records = depth < deepest ? recordsIn(value, tellsOfPage) : undefined;
    if (records) return records.flatMap((each) => this.#readValue(each, depth + 1));
    const { fields, texts } = readJsonRecord(value);
    const told = toldBy(fields);
    if (told.some((each) => each === OWN || !each.isReferer)) return told;
    const wrapped =
      depth < deepest ? texts.flatMap((text) => this.read(text.trim(), depth + 1)) : [];
    return wrapped.length > 0 ? wrapped : told;
  }
}

function tellsOfPage(value: unknown): boolean {
  return toldBy(readJsonRecord(value).fields).length > 0;
}

function toldBy(fields: Fields | undefined): readonly Told[] {
  const request = fields && requestOf(fields);
  return request === undefined ? [] : [request];
}

/** The objects of a record: a list of them, or one behind whatever a collector has put in front. */
function valuesOf(record: string): readonly unknown[] | undefined {
  const text = record.trimEnd().replace(/,$/, "");
  if (!text.endsWith("}") && !text.endsWith("]")) return undefined;
  const start = text.startsWith("[") ? 0 : text.indexOf("{");
  return parsed(text.slice(start)) ?? parsed(text.slice(text.indexOf("{")));
}

function parsed(text: string): readonly unknown[] | undefined {
  try {
    return [JSON.parse(text) as unknown].flat();
  } catch {
    return undefined;
  }
}
