import type { Deadline } from "./deadline.ts";
import type { Fields } from "./fields.ts";

/** One request on its way to the upstream. */
export interface Visit {
  readonly request: Request;
  /** The URL that the visitor asked. */
  readonly requested: URL;
  readonly fields: Fields;
  readonly deadline: Deadline;
}
