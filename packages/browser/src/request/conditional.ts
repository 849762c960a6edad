import { getHeader } from "../fetch/header-list.ts";
import type { PageRequest } from "./page-request.ts";

const conditions = [
  "if-match",
  "if-modified-since",
  "if-none-match",
  "if-range",
  "if-unmodified-since",
];

/** Whether the page itself made the request conditional. */
export function isConditional({ headers }: PageRequest): boolean {
  return conditions.some((name) => getHeader(headers, name) !== undefined);
}
