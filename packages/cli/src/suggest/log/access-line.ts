import { fieldName } from "./field-names.ts";
import { Fields } from "./fields.ts";

/** Words: in brackets, in quotes with escapes, or up to the next space. */
const words = /\[[^[\]]*\]|"((?:[^"\\]|\\.)*)"|[^\s"[]\S*/g;
const request = /^([!-~]+) \S+ HTTP\/[\d.]+$/;
const labelled = /^[{(]?"?([\w$.()-]+)"?[=:](.*)$/;
const serialized = /^[a-z][\w+.-]*:\/\/[^\s/?#]+$/i;
const address = /^https?:\/\/[^\s/]+\//i;
/** What may stand behind its name: `origin=https://…`. */
const names = new Set([
  "origin",
  "referer",
  "method",
  "host",
  "cookie",
  "sec-fetch-site",
  "access-control-request-method",
  "access-control-request-headers",
  // What a gate says of it.
  "reason",
  "allowed",
]);

/**
 * Reads a line of an access log: the combined format of nginx and Apache with the origin added
 * anywhere, or fields behind their names. An origin has no path and a referer has one, so that each
 * is told without its place.
 */
export function readAccessLine(line: string): Fields | undefined {
  const fields = new Fields();
  let isRequest = false;
  let label = "";
  let origin: string | undefined;
  for (const [word, quoted] of withoutUpstream(line).matchAll(words)) {
    const text = quoted ?? word;
    const [, method] = (quoted !== undefined && request.exec(quoted)) || [];
    if (method !== undefined) {
      isRequest = true;
      fields.add("method", method);
    } else if (names.has(label)) {
      isRequest ||= label === "origin";
      fields.add(label, bare(text));
    } else if (quoted === undefined && isNamed(word, fields)) {
      isRequest ||= fields.text("origin") !== undefined;
    } else if (label !== "") {
      // Something else behind its name, such as the address of an upstream.
    } else if (address.test(text)) {
      fields.add("referer", text);
    } else {
      origin = originIn(text, quoted) ?? origin;
    }
    label = quoted === undefined && word.endsWith(":") ? labelOf(word) : "";
  }
  if (origin !== undefined) fields.add("origin", origin);
  return isRequest ? fields : undefined;
}

/** Traefik writes a count, the router, the upstream's address and the time last: `"http://10.0.0.5:80" 3ms`. */
function withoutUpstream(line: string): string {
  return line.endsWith("ms") ? line.replace(/ \d+ "[^"]*" "[^"]*" \d+ms$/, "") : line;
}

/** `origin:`, and `{'origin':` as some programs print their objects. */
function labelOf(word: string): string {
  return fieldName(bare(word.slice(0, -1).replace(/^[{(]/, "")));
}

const closing: ReadonlyMap<string, string> = new Map([
  ["[", "]"],
  ["(", ")"],
  ["<", ">"],
  ["'", "'"],
  ["`", "`"],
  ['"', '"'],
]);

/** Without the marks that a format or a program puts around a value: `[…]`, `<…>`, `'…',`. */
function bare(text: string): string {
  let end = text.length;
  while (end > 0 && ",;}".includes(text.charAt(end - 1))) end -= 1;
  const inner = text.slice(0, end);
  const close = closing.get(inner.charAt(0));
  return close !== undefined && inner.endsWith(close) ? inner.slice(1, -1) : inner;
}

/** HAProxy writes the headers that it captures between braces and bars. */
function originIn(text: string, quoted: string | undefined): string | undefined {
  if (quoted === "null") return quoted;
  if (!text.includes("://")) return undefined;
  const inner = quoted !== undefined && serialized.test(quoted) ? quoted : bare(text);
  if (serialized.test(inner)) return inner;
  return /^\{|\|/.test(text)
    ? text.split(/[{|}]/).find((each) => serialized.test(each))
    : undefined;
}

function isNamed(word: string, fields: Fields): boolean {
  const [, name = "", value = ""] = labelled.exec(word) ?? [];
  if (value === "" || !names.has(fieldName(name))) return false;
  fields.add(name, bare(value));
  return true;
}
