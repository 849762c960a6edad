import type { OptionsRecord } from "./options-text.ts";

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/u;
const PRIVATE_USE = /[\ue000-\uf8ff]/gu;
const LINE_WIDTH = 76;

/** Writes options as a person would; `parseOptions` reads the same options from it. */
export function printOptions(options: OptionsRecord, indent = ""): string {
  const inner = `${indent}  `;
  const lines = Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${inner}${printName(name)}: ${printValue(value, inner)},\n`);
  return lines.length === 0 ? "{}" : `{\n${lines.join("")}${indent}}`;
}

/** Writes one value of an option. */
export function printValue(value: unknown, indent = ""): string {
  if (typeof value === "string") return printString(value);
  if (value instanceof RegExp) return String(value);
  if (Array.isArray(value)) return printList(value, indent);
  if (typeof value === "object" && value !== null) return printOptions({ ...value }, indent);
  return Object.is(value, -0) ? "-0" : String(value);
}

function printList(values: readonly unknown[], indent: string): string {
  const inner = `${indent}  `;
  const entries = values.map((value) => printValue(value, inner));
  const line = `[${entries.join(", ")}]`;
  if (indent.length + line.length <= LINE_WIDTH && !line.includes("\n")) return line;
  return `[\n${entries.map((entry) => `${inner}${entry},\n`).join("")}${indent}]`;
}

function printName(name: string): string {
  return IDENTIFIER.test(name) ? name : printString(name);
}

function printString(text: string): string {
  return JSON.stringify(text).replace(
    PRIVATE_USE,
    (character) => `\\u${character.charCodeAt(0).toString(16)}`,
  );
}
