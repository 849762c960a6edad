import { describe, expect, it } from "vitest";
import { evaluatePreconditions } from "./preconditions.ts";

const STORED = { etag: '"1"', lastModified: new Date("2026-01-02T03:04:05.678Z") };
const BEFORE = "Fri, 02 Jan 2026 03:04:04 GMT";
const SAME = "Fri, 02 Jan 2026 03:04:05 GMT";

// https://www.rfc-editor.org/rfc/rfc9110#name-precedence-of-preconditions
describe("preconditions", () => {
  it.each<[headers: Record<string, string>, expected: 304 | 412 | undefined]>([
    [{}, undefined],
    [{ "if-match": '"1"' }, undefined],
    [{ "if-match": "*" }, undefined],
    [{ "if-match": '"2"' }, 412],
    [{ "if-match": 'W/"1"' }, 412],
    [{ "if-match": "1" }, 412],
    [{ "if-unmodified-since": SAME }, undefined],
    [{ "if-unmodified-since": BEFORE }, 412],
    [{ "if-unmodified-since": "nonsense" }, undefined],
    [{ "if-none-match": '"1"' }, 304],
    [{ "if-none-match": 'W/"1"' }, 304],
    [{ "if-none-match": "*" }, 304],
    [{ "if-none-match": '"2"' }, undefined],
    [{ "if-modified-since": SAME }, 304],
    [{ "if-modified-since": BEFORE }, undefined],
    [{ "if-modified-since": "nonsense" }, undefined],
    // The tag is asked, and not the date.
    [{ "if-match": '"1"', "if-unmodified-since": BEFORE }, undefined],
    [{ "if-none-match": '"2"', "if-modified-since": SAME }, undefined],
    // The check for a changed object comes first.
    [{ "if-match": '"2"', "if-none-match": '"1"' }, 412],
    [{ "if-match": '"1"', "if-none-match": '"1"' }, 304],
  ])("%j: %s", (headers, expected) => {
    expect(evaluatePreconditions(new Headers(headers), STORED)).toBe(expected);
  });

  it.each(["if-modified-since", "if-unmodified-since"])("%s needs a date to compare", (name) => {
    expect(evaluatePreconditions(new Headers({ [name]: SAME }), { etag: '"1"' })).toBeUndefined();
  });
});
