import type { Wanted } from "../wanted.ts";

/** The origins to list, or `*`. */
export function originsOf({ everyone, origins }: Wanted): readonly string[] {
  return everyone ? ["*"] : origins;
}

/** The request headers to list, or `*`. */
export function headersOf({ anyHeader, headers }: Wanted): readonly string[] {
  return anyHeader ? ["*"] : headers;
}

/** Strings with commas between them, as most languages write arguments. */
export function quoted(values: readonly string[]): string {
  return values.map((each) => JSON.stringify(each)).join(", ");
}

/** A list in YAML. */
export function yamlList(values: readonly string[], indent: string): string {
  return values.map((each) => `${indent}- ${JSON.stringify(each)}`).join("\n");
}
