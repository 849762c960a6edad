import { fieldName } from "./field-names.ts";
import { Fields } from "./fields.ts";

const deepest = 6;

/** What a JSON record has: the fields of a request, or texts in which it may stand. */
export interface JsonRecord {
  readonly fields: Fields;
  /** Messages that a runtime or a collector has wrapped. */
  readonly texts: readonly string[];
}

/** Members that hold a line of another log, as collectors and runtimes name them. */
const wrappers = new Set(["log", "message", "msg", "line", "textpayload", "body", "event", "raw"]);

/** The response, and what a page may write into an address: neither tells who asks. */
const notOfRequest = /^(?:resp.*|res|query.*|.*param(?:eter)?s)$/;

/** Reads one object, however a logger nests the request in it. The outermost of a name counts. */
export function readJsonRecord(value: unknown): JsonRecord {
  const fields = new Fields();
  const texts: string[] = [];
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth < deepest && level.length > 0; depth += 1) {
    level = level.flatMap((each) => collect(each, fields, texts));
  }
  return { fields, texts };
}

/** Takes what one object has, and returns the objects in it. */
function collect(value: unknown, fields: Fields, texts: string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.filter(isObject);
  if (!isObject(value)) return [];
  const below: unknown[] = [];
  for (const [written, member] of Object.entries(value)) {
    const name = fieldName(written);
    if (notOfRequest.test(name)) continue;
    if (isObject(member)) {
      const isHeaders = name === "headers" && collectHeaders(member, fields);
      if (name === "attributes" && Array.isArray(member)) collectAttributes(member, fields);
      if (wrappers.has(name)) texts.push(...textsOf(member));
      const header = isHeaders ? undefined : textOf(member);
      if (header !== undefined) fields.add(written, header);
      if (!isHeaders) below.push(member);
    } else if (member !== undefined) {
      if (typeof member === "string" && wrappers.has(name)) texts.push(member);
      fields.add(written, textOf(member) ?? "");
    }
  }
  return below;
}

/**
 * A list of `{ key, value }`, as OpenTelemetry writes it.
 *
 * @see https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
 */
function collectAttributes(list: readonly unknown[], fields: Fields): void {
  for (const each of list) {
    const { key, value } = (each ?? {}) as { readonly key?: unknown; readonly value?: AnyValue };
    const text = value?.stringValue ?? value?.arrayValue?.values?.[0]?.stringValue;
    if (typeof key === "string" && typeof text === "string") fields.add(key, text);
  }
}

interface AnyValue {
  readonly stringValue?: unknown;
  readonly arrayValue?: { readonly values?: readonly (AnyValue | undefined)[] };
}

/** `{ name: value }`, `{ name: [value] }` as Go writes it, or `[{ name, value }]`. */
function collectHeaders(value: object, fields: Fields): boolean {
  const pairs = Array.isArray(value)
    ? value.map(pairOf).filter((pair) => pair !== undefined)
    : Object.entries(value).map(([name, member]): Pair => [name, headerText(member)]);
  for (const [name, text] of pairs) fields.addHeader(name, text);
  fields.hasAllHeaders ||= pairs.length > 0;
  return pairs.length > 0;
}

/** Caddy keeps the name of a header with a secret, and takes its values away. */
function headerText(member: unknown): string {
  const isTakenAway = Array.isArray(member) && member.length === 0;
  return isTakenAway ? "REDACTED" : (textOf(member) ?? "");
}

type Pair = readonly [name: string, value: string];

function pairOf(value: unknown): Pair | undefined {
  const { name, key, value: text } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const named = name ?? key;
  return typeof named === "string" && typeof text === "string" ? [named, text] : undefined;
}

/** A text, a truth, a number, nothing, or a list of texts. */
function textOf(value: unknown): string | undefined {
  if (value === null) return "";
  if (Array.isArray(value)) {
    return value.every((each) => typeof each === "string") ? value.join(", ") : undefined;
  }
  return isObject(value) ? undefined : `${value as string | number | boolean}`;
}

function textsOf(value: object): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
