import { list } from "../text.ts";
import type { Wanted } from "../wanted.ts";

/** An expression that gives the value of Access-Control-Allow-Origin, or what stands for none. */
export function originOf(header: string, wanted: Wanted, none: string): string {
  if (wanted.everyone && !wanted.credentials) return '"*"';
  return `${list(wanted.origins)}.includes(${header}) ? ${header} : ${wanted.everyone ? '"*"' : none}`;
}
