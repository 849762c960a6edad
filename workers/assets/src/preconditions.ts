import { matchesStrongly, matchesWeakly } from "./entity-tag.ts";
import { parseHttpDate, wholeSeconds } from "./http-date.ts";
import type { Representation } from "./representation.ts";

type Validators = Pick<Representation, "etag" | "lastModified">;

/**
 * The status that a GET or HEAD gets instead of the representation, in the standard's order of
 * precedence. It is 412 if the object has changed, 304 if it has not, and undefined for neither.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-precedence-of-preconditions
 */
export function evaluatePreconditions(
  headers: Headers,
  { etag, lastModified }: Validators,
): 304 | 412 | undefined {
  const ifMatch = headers.get("if-match");
  if (ifMatch !== null) {
    if (ifMatch.trim() !== "*" && !matchesStrongly(ifMatch, etag)) return 412;
  } else if (isSince(headers.get("if-unmodified-since"), lastModified) === false) {
    return 412;
  }
  const ifNoneMatch = headers.get("if-none-match");
  if (ifNoneMatch !== null) {
    return ifNoneMatch.trim() === "*" || matchesWeakly(ifNoneMatch, etag) ? 304 : undefined;
  }
  return isSince(headers.get("if-modified-since"), lastModified) === true ? 304 : undefined;
}

/** Whether nothing has changed since a date; undefined where that can't be said. */
function isSince(date: string | null, lastModified: Date | undefined): boolean | undefined {
  const seconds = date === null ? undefined : parseHttpDate(date);
  if (seconds === undefined || lastModified === undefined) return undefined;
  return wholeSeconds(lastModified) <= seconds;
}
