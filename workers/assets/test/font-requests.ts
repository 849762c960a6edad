export const FONT = "/fonts/vt323-3f2a9c1b.woff2";
export const SIZE = 17_936;
const FOREVER = "public, max-age=31536000, immutable";

/** The font's validators; they are known once it is stored. */
export interface Validators {
  readonly etag: string;
  readonly modified: string;
}

type Headers = Readonly<Record<string, string>>;
type Span = readonly [from: number, to: number];

export interface Found {
  readonly name: string;
  readonly method?: string;
  readonly asks?: (validators: Validators) => Headers;
  readonly status: 200 | 206 | 304;
  readonly has?: Headers;
  readonly hasNot?: readonly string[];
  /** Which bytes of the font. */
  readonly bytes: Span;
}

export interface Refused {
  readonly name: string;
  readonly asks: Headers;
  readonly status: 412 | 416;
  readonly has: Headers;
}

const ALL: Span = [0, SIZE];
const NONE: Span = [0, 0];
const WHOLE = {
  "content-length": `${SIZE}`,
  "content-type": "font/woff2",
  "cache-control": FOREVER,
};
const UNKNOWN_DATE = "Thu, 01 Jan 1970 00:00:00 GMT";

function part(range: string, from: number, to: number): Found {
  const has = {
    "content-range": `bytes ${from}-${to - 1}/${SIZE}`,
    "content-length": `${to - from}`,
    "content-type": "font/woff2",
    "cache-control": FOREVER,
  };
  return { name: `Range: ${range}`, asks: () => ({ range }), status: 206, has, bytes: [from, to] };
}

/** Whole, because what is asked for is malformed, or more than is served. */
function ignored(range: string): Found {
  const hasNot = ["content-range"];
  return {
    name: `Range: ${range}`,
    asks: () => ({ range }),
    status: 200,
    has: WHOLE,
    hasNot,
    bytes: ALL,
  };
}

function whole(name: string, asks: (validators: Validators) => Headers): Found {
  return { name, asks, status: 200, has: WHOLE, bytes: ALL };
}

function unchanged(name: string, asks: (validators: Validators) => Headers, method = "GET"): Found {
  const hasNot = ["content-type", "content-length", "content-range"];
  return {
    name,
    method,
    asks,
    status: 304,
    has: { "cache-control": FOREVER },
    hasNot,
    bytes: NONE,
  };
}

export const FOUND: readonly Found[] = [
  { name: "GET", status: 200, has: { ...WHOLE, "accept-ranges": "bytes" }, bytes: ALL },
  {
    name: "HEAD",
    method: "HEAD",
    status: 200,
    has: { ...WHOLE, "accept-ranges": "bytes" },
    bytes: NONE,
  },
  part("bytes=0-99", 0, 100),
  part("bytes=17900-", 17_900, SIZE),
  part("bytes=-36", 17_900, SIZE),
  part("bytes=-99999", 0, SIZE),
  ignored("bytes=9-1"),
  ignored("lines=0-1"),
  ignored("bytes=0-1,5-6"),
  {
    name: "HEAD, Range",
    method: "HEAD",
    asks: () => ({ range: "bytes=0-1" }),
    status: 200,
    has: WHOLE,
    hasNot: ["content-range"],
    bytes: NONE,
  },
  {
    ...part("bytes=0-1", 0, 2),
    name: "If-Range: its tag",
    asks: ({ etag }) => ({ range: "bytes=0-1", "if-range": etag }),
  },
  whole("If-Range: another tag", () => ({ range: "bytes=0-1", "if-range": '"x"' })),
  whole("If-Range: its date", ({ modified }) => ({ range: "bytes=0-1", "if-range": modified })),
  unchanged("If-None-Match: its tag", ({ etag }) => ({ "if-none-match": etag })),
  unchanged("If-None-Match: a list", ({ etag }) => ({ "if-none-match": `"x", W/${etag}` })),
  unchanged("If-None-Match: *", () => ({ "if-none-match": "*" })),
  unchanged("If-None-Match, Range", ({ etag }) => ({ "if-none-match": etag, range: "bytes=0-1" })),
  unchanged("HEAD, If-None-Match", ({ etag }) => ({ "if-none-match": etag }), "HEAD"),
  whole("If-None-Match: another tag", () => ({ "if-none-match": '"x"' })),
  unchanged("If-Modified-Since: then", ({ modified }) => ({ "if-modified-since": modified })),
  whole("If-Modified-Since: 1970", () => ({ "if-modified-since": UNKNOWN_DATE })),
  whole("If-Match: its tag", ({ etag }) => ({ "if-match": etag })),
  whole("If-Unmodified-Since: then", ({ modified }) => ({ "if-unmodified-since": modified })),
];

const UNSATISFIABLE = { "content-range": `bytes */${SIZE}` };

export const REFUSED: readonly Refused[] = [
  { name: "Range: bytes=17936-", asks: { range: "bytes=17936-" }, status: 416, has: UNSATISFIABLE },
  { name: "Range: bytes=-0", asks: { range: "bytes=-0" }, status: 416, has: UNSATISFIABLE },
  { name: "If-Match: another tag", asks: { "if-match": '"x"' }, status: 412, has: {} },
  {
    name: "If-Unmodified-Since: 1970",
    asks: { "if-unmodified-since": UNKNOWN_DATE },
    status: 412,
    has: {},
  },
];
