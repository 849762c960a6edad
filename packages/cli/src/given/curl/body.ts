import type { GivenHeader } from "../given.ts";
import type { CurlOption } from "./options.ts";

/** Reads a file that a command names, where there are files. */
export type ReadFile = (path: string) => Uint8Array;

/** What the data options of a command make of the request. */
export interface CurlBody {
  readonly body: string | Uint8Array | FormData | undefined;
  /** What curl adds where the command sets no header of that name. */
  readonly headers: readonly GivenHeader[];
  readonly method: string;
  readonly notes: readonly string[];
}

const urlencoded: GivenHeader = ["content-type", "application/x-www-form-urlencoded"];
const jsonHeaders: readonly GivenHeader[] = [
  ["content-type", "application/json"],
  ["accept", "application/json"],
];
const dataOption = /^(?:data(?:-ascii|-binary|-raw|-urlencode)?|json)$/;

/** The body of `-d`, `--json`, `-F` and `-T`, and what comes with it. */
export function readCurlBody(
  options: readonly CurlOption[],
  readFile: ReadFile | undefined,
): CurlBody {
  const notes: string[] = [];
  const file = (path: string): Uint8Array => {
    try {
      if (readFile) return readFile(path);
      notes.push(
        `The body comes from the file ${path}, which cannot be read here. It is left empty.`,
      );
    } catch {
      notes.push(`The file ${path} cannot be read. Its part of the body is left empty.`);
    }
    return new Uint8Array();
  };
  const parts = options.filter(({ name }) => name === "form" || name === "form-string");
  if (parts.length > 0) return { body: formOf(parts, file), headers: [], method: "POST", notes };
  const upload = options.find(({ name }) => name === "upload-file");
  if (upload) return { body: file(upload.value), headers: [], method: "PUT", notes };
  const data = options.filter(({ name }) => dataOption.test(name));
  if (data.length === 0) return { body: undefined, headers: [], method: "GET", notes };
  const headers = data.some(({ name }) => name === "json") ? jsonHeaders : [urlencoded];
  return { body: joined(data, file), headers, method: "POST", notes };
}

/** Pieces of `-d` are joined by `&`, those of `--json` by nothing. */
function joined(
  data: readonly CurlOption[],
  file: (path: string) => Uint8Array,
): string | Uint8Array {
  const [only] = data;
  if (data.length === 1 && only?.name === "data-binary" && only.value.startsWith("@")) {
    return file(only.value.slice(1));
  }
  return data
    .map(
      (option, index) =>
        `${index > 0 && option.name !== "json" ? "&" : ""}${pieceOf(option, file)}`,
    )
    .join("");
}

function pieceOf({ name, value }: CurlOption, file: (path: string) => Uint8Array): string {
  if (name === "data-raw") return value;
  if (name === "data-urlencode") return encoded(value, file);
  if (!value.startsWith("@")) return value;
  const text = new TextDecoder().decode(file(value.slice(1)));
  // curl leaves line ends and NUL out of a file, unless it is sent as binary or JSON.
  // oxlint-disable-next-line no-control-regex -- NUL is one of those
  return name === "data-binary" || name === "json" ? text : text.replace(/[\r\n\0]/g, "");
}

function encoded(value: string, file: (path: string) => Uint8Array): string {
  const [, key = "", sign, rest = value] = /^([^=@]*)([=@])([^]*)$/.exec(value) ?? [];
  const text = sign === "@" ? new TextDecoder().decode(file(rest)) : rest;
  const escaped = encodeURIComponent(text).replace(/%20/g, "+");
  return key === "" ? escaped : `${key}=${escaped}`;
}

function formOf(parts: readonly CurlOption[], file: (path: string) => Uint8Array): FormData {
  const form = new FormData();
  for (const { name, value } of parts) {
    const equals = value.indexOf("=");
    const key = value.slice(0, equals);
    const content = value.slice(equals + 1);
    if (name === "form-string" || !/^[@<]/.test(content)) {
      form.append(key, name === "form-string" ? content : content.replace(/;type=[^;]*$/, ""));
      continue;
    }
    const [path = "", ...settings] = content.slice(1).split(";");
    const bytes = new Uint8Array(file(path));
    if (content.startsWith("<")) {
      form.append(key, new TextDecoder().decode(bytes));
      continue;
    }
    const type = settings.find((setting) => setting.startsWith("type="))?.slice(5) ?? "";
    const filename = settings.find((setting) => setting.startsWith("filename="))?.slice(9);
    const last = path.split(/[/\\]/).at(-1) ?? path;
    form.append(key, new File([bytes], filename ?? last, { type }), filename ?? last);
  }
  return form;
}
