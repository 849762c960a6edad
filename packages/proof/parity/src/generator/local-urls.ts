/** URLs that no server sees, and some that look so, by kind. */
export const localKinds: Readonly<Record<string, readonly [string, ...string[]]>> = {
  "data: of text": [
    "data:text/plain,hello",
    "data:,a%20b",
    "data:;charset=utf-8,a",
    'data:text/plain;a="b;c",d',
    "data:bogus,a",
    "DATA:text/plain,x",
  ],
  "data: in base64": ["data:text/html;charset=utf-8;base64,aGVsbG8="],
  "data: that is none": ["data:text/plain;base64,*", "data:text/plain", "data:"],
  "blob: of the page": ["{blob}"],
  "blob: of no one": ["blob:null/00000000-0000-0000-0000-000000000000"],
  "about:": ["about:blank"],
  "a bad port": ["http://127.0.0.1:6000/", "http://localhost:22/", "http://127.0.0.1:6667/"],
};

/** Of which kind a URL is, or undefined. */
export function localKindOf(url: string): string | undefined {
  return Object.keys(localKinds).find((kind) => localKinds[kind]?.includes(url));
}
