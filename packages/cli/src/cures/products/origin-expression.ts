import { list } from "../text.ts";
import type { Wanted } from "../wanted.ts";

/** An expression that gives the value of Access-Control-Allow-Origin, or what stands for none. */
export function originOf(header: string, wanted: Wanted, none: string, indent = ""): string {
  if (wanted.everyone && !wanted.credentials) return '"*"';
  const other = wanted.everyone ? '"*"' : none;
  return `${list(wanted.origins)}.includes(${header})\n${indent}  ? ${header}\n${indent}  : ${other}`;
}
