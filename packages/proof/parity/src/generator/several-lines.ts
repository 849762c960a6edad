import type { Line } from "@crossgate/browser/fixtures/scenario";

/** Values of one header on lines of their own; at least one line is malformed, or says another thing. */
const severalLines: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  "Access-Control-Allow-Origin": [
    ["", "{page}"],
    ["{page}", ""],
    ["{page}", "null"],
    ["{page}", "{page}"],
    ["*", "{page}"],
    ["{page}", "bogus"],
  ],
  "Access-Control-Allow-Credentials": [
    ["true", "false"],
    ["bogus", "true"],
    ["", "true"],
    ["true", ""],
    ["true", "true"],
  ],
  "Access-Control-Allow-Methods": [
    ["PUT, PATCH, DELETE", "bad method"],
    ["bad method", "PUT"],
    ["", "PUT, PATCH, DELETE"],
    ["PUT, PATCH, DELETE", "*"],
  ],
  "Access-Control-Allow-Headers": [
    ["x-test, content-type", "(bad)"],
    ["(bad)", "*"],
    ["", "x-test, content-type"],
    ["*", "authorization,X-Test"],
  ],
  "Access-Control-Expose-Headers": [
    ["etag", "a b"],
    ["a b", "*"],
    ["", "etag"],
    ["*", "etag"],
  ],
  "Access-Control-Max-Age": [
    ["600", "a"],
    ["", "600"],
    ["0", "600"],
    ["a", "600"],
  ],
};

/** The headers that several lines are tried of. */
export const repeatable: readonly string[] = Object.keys(severalLines);

/** Every pair of lines of a header. */
export function pairsOf(name: string): readonly (readonly Line[])[] {
  return (severalLines[name] ?? []).map((values) => values.map((value): Line => [name, value]));
}

/** Which headers of an answer stand on several lines. */
export function severalLinesIn(headers: readonly Line[]): readonly string[] {
  return repeatable.filter((name) => headers.filter(([key]) => key === name).length > 1);
}
