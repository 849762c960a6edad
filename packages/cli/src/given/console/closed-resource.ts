import type { ConsoleLine } from "./line.ts";

type Closed = Omit<ConsoleLine, "profile" | "isPreflight" | "url" | "origin">;

const element =
  'It was loaded without CORS, so the page may show it and not look into it. Give its element crossorigin="anonymous"; the server then has to allow the page.';
const notTold =
  "The error names no address: give that of the resource with --url, and --as and --crossorigin with it.";
const frames =
  "That is not CORS: pages of two origins may not look into each other, and no header changes it. They talk by postMessage.";

/** Errors about what is there, and closed to the page. The first group is the address, the second the page. */
const errors: readonly (readonly [pattern: RegExp, closed: Closed])[] = [
  [
    /Subresource Integrity: The resource '([^']+\.css[^']*)' has an integrity attribute, but the resource requires the request to be CORS enabled/i,
    { as: "style", isWithCors: true, note: element },
  ],
  [
    /Subresource Integrity: The resource '([^']+)' has an integrity attribute, but the resource requires the request to be CORS enabled/i,
    { as: "script", isWithCors: true, note: element },
  ],
  [
    /(?:MediaElementAudioSource outputs zeroes due to CORS access restrictions(?: for (\S+))?|createMediaElementSource has a cross-origin resource)/i,
    { as: "media", isWithCors: true, note: element },
  ],
  [
    /Tainted canvases may not be|canvas has been tainted|element contains cross-origin data|The operation is insecure/i,
    { as: "image", isWithCors: true, note: `${element} ${notTold}` },
  ],
  [
    /Cannot access rules|Not allowed to access cross-origin stylesheet/i,
    { as: "style", isWithCors: true, note: `${element} ${notTold}` },
  ],
  [
    /Script at '([^']+)' cannot be accessed from origin '([^']+)'/i,
    {
      as: "script",
      mode: "same-origin",
      note: "A worker's own script has to come from the page's origin, whatever the server allows.",
    },
  ],
  [
    /Blocked a frame with origin|Permission denied to access property .* on cross-origin object/i,
    { isNoRequest: true, note: frames },
  ],
  [
    /Refused to set unsafe header/i,
    {
      isNoRequest: true,
      note: "A script may not set that header. The browser drops it and sends the request; this line is not why it fails.",
    },
  ],
];

/** Reads the error of a script that looks into what it may not: a canvas, a style sheet, a frame. */
export function readClosedResource(text: string): ConsoleLine | undefined {
  for (const [pattern, closed] of errors) {
    const match = pattern.exec(text);
    if (match) {
      const [, url, origin] = match;
      return { profile: "chromium", isPreflight: false, url, origin, ...closed };
    }
  }
  return undefined;
}
