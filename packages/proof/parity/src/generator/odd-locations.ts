/** Locations as servers write them when no one looks, by what is odd about them. */
export const locationKinds: Readonly<Record<string, readonly [string, ...string[]]>> = {
  "raw bytes": [
    "{hop1}?\u00e9",
    "{hop1}?\u00c3\u00a9",
    "{hop1}/\u00e9",
    "{hop1}/\u00c3\u00a9",
    "{hop1}?\u00ff\u00fe",
    "{hop1}#\u00c3\u00a9",
    "http://user@{url1}?\u00e9",
  ],
  blanks: ["{hop1}?a b", "{hop1}?a\tb", "{hop1}/a b", " {hop1}"],
  "marks to escape": ['{hop1}?"<>`{}|', "{hop1}/%41%zz", "{hop1}?%C3%A9", "{hop1}/^"],
  "dot segments": ["{hop1}/a/../b", "{hop1}/%2e%2e/b", "{hop1}/./a"],
  backslashes: ["{hop1}\\b", "\\\\{url1}"],
  "scheme in capitals": ["HTTP://{url1}", "hTtP://{url1}"],
  "too few or many slashes": ["http:{url1}", "http:/{url1}", "http:///{url1}"],
  "no scheme": ["//{url1}"],
  relative: ["?again", "./1", "1"],
  "a fragment": ["#part", "{hop1}#part"],
  "an empty query": ["http://{url1}?"],
  "a control character": ["{hop1}\u0001"],
  "no host": ["http:", "http://", "//"],
  // No blank in a host, which Chromium escapes and then looks up.
  unparsable: ["http://[", "http://127.0.0.1:99999/"],
  "user and password": [
    "http://user:pass@{url0}",
    "http://user@{url0}",
    "http://:pass@{url0}",
    "http://user:pass@{url1}",
    "http://user@{url1}",
    "http://:pass@{url1}",
  ],
  "an empty user": ["http://@{url1}", "http://:@{url1}"],
  // No `blob:`, though it fails like every other scheme. Firefox never ends an XMLHttpRequest that is
  // redirected there, and a request without an end has no outcome to compare.
  "another scheme": [
    "data:text/plain,a",
    "ftp://127.0.0.1/",
    "file:///etc/hosts",
    "about:blank",
    "mailto:a@b.test",
    "javascript:1",
    "ws://127.0.0.1/",
  ],
  "nothing at all": [""],
  "its own URL": ["{hop0}"],
};

/** Every odd Location. */
export const oddLocations: readonly [string, ...string[]] = [
  "{hop0}",
  ...Object.values(locationKinds).flat(),
];

/** What is odd about a Location, or undefined. */
export function locationKindOf(location: string): string | undefined {
  return Object.keys(locationKinds).find((kind) => locationKinds[kind]?.includes(location));
}

/** The statuses that a client may take for a redirect and that have a name, or had one. */
export const namedStatuses = [300, 301, 302, 303, 304, 305, 306, 307, 308] as const;
