import type { OptionsRecord } from "../src/demo/options-text.ts";
import { printValue } from "../src/demo/print-options.ts";

/** One option, as the form shows it. */
export interface Field {
  readonly name: string;
  readonly kind: "origins" | "names" | "number" | "switch";
  readonly hint: string;
  /** What holds while the field is empty. */
  readonly fallback: string;
  readonly isSeldom?: true;
}

/** The options of a policy that are no functions, in the order of the documentation. */
export const FIELDS: readonly Field[] = [
  {
    name: "origin",
    kind: "origins",
    hint: "One to a line: https://app.example, https://*.app.example, a RegExp such as /^https:\\/\\/pr-\\d+\\.app\\.example$/, or * alone.",
    fallback: "",
  },
  {
    name: "allowMethods",
    kind: "names",
    hint: "Separated by commas, * for any, [] for none.",
    fallback: "GET, HEAD, PUT, POST, DELETE, PATCH, QUERY",
  },
  {
    name: "allowHeaders",
    kind: "names",
    hint: "Headers that a script may set. * for any, [] for none.",
    fallback: "*",
  },
  {
    name: "exposeHeaders",
    kind: "names",
    hint: "Headers that a script may read beyond the safe seven.",
    fallback: "none",
  },
  { name: "credentials", kind: "switch", hint: "Cookies may travel.", fallback: "false" },
  { name: "maxAge", kind: "number", hint: "Seconds a preflight is cached.", fallback: "600" },
  {
    name: "preflightStatus",
    kind: "number",
    hint: "The status of an allowed preflight.",
    fallback: "204",
    isSeldom: true,
  },
  {
    name: "selfOrigins",
    kind: "origins",
    hint: "The server's own origins, for refuseDenied behind a proxy.",
    fallback: "",
    isSeldom: true,
  },
  {
    name: "refuseDenied",
    kind: "switch",
    hint: "Answer 403 to other origins.",
    fallback: "false",
    isSeldom: true,
  },
  {
    name: "preflightContinue",
    kind: "switch",
    hint: "The handler answers preflights.",
    fallback: "false",
    isSeldom: true,
  },
  {
    name: "dangerouslyAllowInsecureOrigins",
    kind: "switch",
    hint: "Credentials to http: origins.",
    fallback: "false",
    isSeldom: true,
  },
];

/** What a field shows for a value; undefined where only code can say it. */
export function fieldText({ kind }: Field, value: unknown): string | undefined {
  const text = textOf(kind, value);
  return text !== undefined && isSame(fieldValue(kind, text), value) ? text : undefined;
}

/** The value that a field's text means; undefined for the default. */
export function fieldValue(kind: Field["kind"], text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  switch (kind) {
    case "switch":
      return trimmed === "true" ? true : undefined;
    case "number":
      return /^-?\d+(?:\.\d+)?$/u.test(trimmed) ? Number(trimmed) : trimmed;
    case "origins":
      return listOf(trimmed.split("\n"), (entries) =>
        entries.length === 1 ? entries[0] : entries,
      );
    default:
      return listOf(trimmed.split(/[,\n]/u), (entries) => (entries[0] === "*" ? "*" : entries));
  }
}

/** The options with one field changed, in its place. */
export function withField(options: OptionsRecord, field: Field, text: string): OptionsRecord {
  const changed = { ...options, [field.name]: fieldValue(field.kind, text) };
  const order = FIELDS.map(({ name }) => name);
  const rank = (name: string): number => (order.indexOf(name) + order.length) % order.length;
  const entries = Object.entries(changed).filter(([, value]) => value !== undefined);
  const isNew = !Object.hasOwn(options, field.name);
  // The visitor's order stays. Only a new option goes to its place in the documentation.
  return Object.fromEntries(isNew ? entries.toSorted(([a], [b]) => rank(a) - rank(b)) : entries);
}

function listOf(
  parts: readonly string[],
  whole: (entries: readonly unknown[]) => unknown,
): unknown {
  const entries = parts.map((part) => part.trim()).filter((part) => part !== "");
  if (entries.length === 1 && entries[0] === "[]") return [];
  if (entries.length === 1 && entries[0] === "*") return "*";
  return whole(entries.map((entry) => expressionOf(entry) ?? entry));
}

function expressionOf(text: string): RegExp | undefined {
  const [, source, flags] = /^\/(.+)\/([a-z]*)$/u.exec(text) ?? [];
  if (source === undefined) return undefined;
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}

function textOf(kind: Field["kind"], value: unknown): string | undefined {
  if (value === undefined) return "";
  if (kind === "switch") return value === true ? "true" : "";
  if (kind === "number") return typeof value === "string" ? value : printValue(value);
  const entries = [value].flat();
  if (entries.length === 0) return "[]";
  return entries.map(String).join(kind === "origins" ? "\n" : ", ");
}

/** One entry is the same as a list of one, except for the wildcard. */
function isSame(one: unknown, other: unknown): boolean {
  const isOff = (value: unknown): boolean => value === undefined || value === false;
  if (isOff(one) && isOff(other)) return true;
  if (one === "*" || other === "*") return one === other;
  if (typeof one === "number" || typeof other === "number") return Object.is(one, other);
  return printValue([one].flat()) === printValue([other].flat());
}
