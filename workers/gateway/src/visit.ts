import type { Deadline } from "./deadline.ts";
import type { Fields } from "./fields.ts";

/**
 * One request on its way to the upstream. What it has is read once, because workerd makes a string
 * or an object each time.
 */
export interface Visit extends Pick<Request, "body" | "headers" | "method"> {
  readonly request: Request;
  /** The URL that the visitor asked. */
  readonly requested: URL;
  readonly fields: Fields;
  readonly deadline: Deadline;
}
