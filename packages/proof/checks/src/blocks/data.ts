import { parse as parseJsonc, type ParseError, printParseErrorCode } from "jsonc-parser";
import { parseAllDocuments } from "yaml";

const START_LINE =
  /^(?:[A-Z]+ \S+(?: HTTP\/\d(?:\.\d)?)?|HTTP\/\d(?:\.\d)? \d{3}.*|\d{3}(?: .*)?)$/;
const FIELD_LINE = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+: \S.*$/;

export function jsonProblem(code: string): string | undefined {
  try {
    JSON.parse(code);
    return undefined;
  } catch (error) {
    return String(error);
  }
}

export function jsoncProblem(code: string): string | undefined {
  const errors: ParseError[] = [];
  parseJsonc(code, errors, { allowTrailingComma: true });
  const [first] = errors;
  return first && `${printParseErrorCode(first.error)} at character ${first.offset}`;
}

export function yamlProblem(code: string): string | undefined {
  return parseAllDocuments(code).flatMap(({ errors }) => errors)[0]?.message;
}

/** A message is a start line, fields, and after an empty line whatever its body is. */
export function httpProblem(code: string): string | undefined {
  for (const message of code.trimEnd().split(/\n{2,}(?=[A-Z]+ \/|HTTP\/)/)) {
    const [head = ""] = message.split("\n\n");
    const [start = "", ...fields] = head.split("\n");
    if (!START_LINE.test(start)) return `neither a request line nor a status line: ${start}`;
    const bad = fields.find((field) => !FIELD_LINE.test(field));
    if (bad !== undefined) return `not a header field: ${bad}`;
  }
  return undefined;
}
