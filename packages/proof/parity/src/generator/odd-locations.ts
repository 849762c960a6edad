/** Locations as servers write them when no one looks: bytes, blanks, forms that parsers mend. */
export const rawLocations: readonly [string, ...string[]] = [
  "{hop1}?\u00e9",
  "{hop1}?\u00c3\u00a9",
  "{hop1}/\u00e9",
  "{hop1}/\u00c3\u00a9",
  "{hop1}?\u00ff\u00fe",
  "{hop1}?a b",
  "{hop1}?a\tb",
  '{hop1}?"<>`{}|',
  "{hop1}/%41%zz",
  "{hop1}/a/../b",
  "{hop1}/%2e%2e/b",
  "{hop1}\\b",
  "{hop1}#\u00c3\u00a9",
  "{hop1}?%C3%A9",
  "HTTP://{url1}",
  "http:{url1}",
  "http:/{url1}",
  "http:///{url1}",
  "//{url1}",
  "\\\\{url1}",
  "?again",
  "#part",
  "./1",
  "http://{url1}?",
  "{hop1}\u0001",
  "http://user@{url1}?\u00e9",
  "http:",
  "http://",
  "//",
];

/** Every status of a redirect, and those that only look like one. */
export const redirectStatuses: readonly [number, ...number[]] = [
  300, 301, 302, 303, 304, 305, 306, 307, 308, 309, 310, 333, 350, 399,
];
