import { Fields } from "./fields.ts";

const directive = "#Fields:";
const method = /^[A-Z]{3,20}$/;
/** All headers in one field, as CloudFront's real-time logs have them: a line each, escaped. */
const headers = /(?:^|%0A)[\w-]+(?::|%3A).*%0A/i;

/** CloudFront's standard logs, where what names their columns was cut off. */
const standard = /^\d{4}-\d\d-\d\d\t\d\d:\d\d:\d\d\t/;
const standardColumns =
  "date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header".split(
    " ",
  );

/** The columns that a W3C log names in its head: CloudFront's standard logs, IIS. */
export function readColumns(line: string): readonly string[] | undefined {
  return line.startsWith(directive) ? line.slice(directive.length).trim().split(/\s+/) : undefined;
}

/** Reads a line by the columns that its log has named. */
export function readTableLine(line: string, columns: readonly string[]): Fields {
  const fields = new Fields();
  const values = line.split(line.includes("\t") ? "\t" : " ");
  for (const [index, column] of columns.entries()) {
    const value = values[index];
    if (value === undefined) break;
    if (column === "cs-headers") addHeaders(value, fields);
    else fields.add(column, unescaped(value));
  }
  return fields;
}

/** Reads a line of CloudFront's logs without a head. The columns of real-time logs are chosen, and named nowhere. */
export function readCloudFrontLine(line: string): Fields | undefined {
  if (standard.test(line)) return readTableLine(line, standardColumns);
  if (!line.includes("\t") || !line.includes("%0")) return undefined;
  const values = line.split("\t");
  const written = values.find((value) => headers.test(value));
  if (written === undefined) return undefined;
  const fields = new Fields();
  addHeaders(written, fields);
  fields.add("method", values.find((value) => method.test(value)) ?? "");
  return fields;
}

function addHeaders(written: string, fields: Fields): void {
  for (const line of unescaped(written).split("\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) fields.addHeader(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  fields.hasAllHeaders = true;
}

/** CloudFront escapes some values twice; what is no escape is left. */
function unescaped(value: string): string {
  const once = decoded(value);
  return /%(?:0A|20|22|25|5C)/i.test(once) ? decoded(once) : once;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
