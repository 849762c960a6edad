import { list } from "../text.ts";
import type { Wanted } from "../wanted.ts";

/** The origins of a Python list, or the wildcard. */
export function pythonOrigins(wanted: Wanted): string {
  return wanted.everyone && !wanted.credentials ? '["*"]' : list(wanted.origins);
}
