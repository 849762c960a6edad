import type { Line, Step } from "@crossgate/browser/fixtures/scenario";
import type { Random } from "./random.ts";

const ones = (count: number): string => "1".repeat(count);

/** Values on both sides of every line that the safelist draws. */
const headerPool: readonly (readonly [number, readonly [Line, ...Line[]]])[] = [
  [
    8,
    [
      ["X-Test", "1"],
      ["x-print", "1"],
      ["X-Zeta", "z"],
      ["aaa", "a"],
      ["~odd", "a"],
      ["X-Requested-With", "XMLHttpRequest"],
    ],
  ],
  [4, [["Authorization", "secret"]]],
  [
    5,
    [
      ["Content-Type", "application/json"],
      ["Content-Type", "text/plain"],
      ["Content-Type", "text/plain;charset=utf-8"],
      ["Content-Type", "Text/HTML"],
      ["Content-Type", "text/plain, text/plain"],
      ["Content-Type", "text/plain;a,b"],
      ["Content-Type", "text/plain;a;"],
      ["Content-Type", "multipart/form-data; boundary=(x)"],
      ["Content-Type", "application/x-www-form-urlencoded ; a"],
      ["Content-Type", `text/plain; a=${ones(115)}`],
      ["Content-Type", `text/plain; a=${ones(116)}`],
      ["Content-Type", "text/plain;a=\u00e9"],
      ["Content-Type", ""],
    ],
  ],
  [
    4,
    [
      ["Accept", "text/html"],
      ["Accept", "a(b)"],
      ["Accept", ones(128)],
      ["Accept", ones(129)],
      ["Accept", ""],
      ["Accept", "\u00e9"],
      ["Accept-Language", "de, en;q=0.5"],
      ["Accept-Language", "de_DE"],
      ["Content-Language", "en"],
      ["Content-Language", "en:US"],
    ],
  ],
  [
    4,
    [
      ["Range", "bytes=0-99"],
      ["Range", "bytes=5-"],
      ["Range", "bytes=-5"],
      ["Range", "bytes=9-1"],
      ["Range", "bytes=7-7"],
      ["Range", "bytes=0-1,4-5"],
      ["Range", "lines=0-1"],
      ["Range", "bytes=0-9223372036854775807"],
      ["Range", "bytes=0-9223372036854775808"],
      ["Range", "bytes=18446744073709551615-18446744073709551615"],
      ["Range", "bytes=18446744073709551616-"],
    ],
  ],
  [
    2,
    [
      ["DPR", "1.5"],
      ["dpr", ".5"],
      ["dpr", "2."],
      ["Device-Memory", "8"],
      ["Width", "100"],
      ["Width", "1.5"],
      ["Viewport-Width", "100"],
      ["Save-Data", "on"],
      ["Save-Data", "off"],
      ["Save-Data", "ON"],
      ["RTT", "100"],
      ["RTT", "1.5"],
      ["Downlink", "10"],
      ["Downlink", "a"],
      ["ECT", "4g"],
      ["ECT", "4G"],
      ["Intervention", "a"],
      ["Lang", "en"],
    ],
  ],
  [
    2,
    [
      ["Last-Event-ID", "abc123"],
      ["If-None-Match", '"a"'],
      ["Cache-Control", "no-cache"],
      ["Pragma", "no-cache"],
      ["User-Agent", "mine"],
      ["User-Agent", ones(129)],
      ["Upgrade-Insecure-Requests", "1"],
    ],
  ],
  [
    1,
    [
      ["Sec-Mine", "a"],
      ["Proxy-Mine", "a"],
      ["Cookie", "a=b"],
      ["DNT", "1"],
      ["X-HTTP-Method-Override", "TRACE"],
      ["X-HTTP-Method-Override", "PUT"],
      ["Access-Control-Request-Method", "PUT"],
    ],
  ],
];

function headersOf(random: Random): readonly Line[] {
  const count = random.weigh([
    [6, 0],
    [5, 1],
    [4, 2],
    [1, 3],
  ]);
  const lines = Array.from({ length: count }, () => random.pick(random.weigh(headerPool)));
  const [first] = lines;
  if (first && random.chance(0.06)) lines.push(first);
  if (random.chance(0.015)) {
    const length = 113 + random.below(6);
    const repeats = 8 + random.below(2);
    lines.push(...Array.from({ length: repeats }, (): Line => ["Accept", ones(length)]));
  }
  return lines;
}

/** One fetch of a page: mostly what pages do, with something odd now and then. */
export function randomStep(random: Random): Step {
  const method = random.weigh([
    [30, "GET"],
    [14, "POST"],
    [14, "PUT"],
    [5, "DELETE"],
    [6, "PATCH"],
    [4, "patch"],
    [4, "HEAD"],
    [3, "OPTIONS"],
    [3, "put"],
    [2, "post"],
    [3, "CHICKEN"],
    [1, "*"],
  ]);
  const hasBody = !["GET", "HEAD"].includes(method.toUpperCase()) && random.chance(0.5);
  const headers = headersOf(random);
  const base: Step = {
    method,
    ...(headers.length === 0 ? {} : { headers }),
    ...(hasBody ? { body: random.pick(["text", "json", "form", "blob", "bytes"]) } : {}),
    credentials: random.weigh([
      [20, "omit"],
      [35, "same-origin"],
      [40, "include"],
    ]),
  };
  return random.chance(0.1) ? asXhr(base, random) : withModes(base, random);
}

// An empty Content-Type and the charset rewriting of XMLHttpRequest are about bodies, not CORS.
function asXhr(step: Step, random: Random): Step {
  const credentials = step.credentials === "include" ? "include" : "same-origin";
  return { ...step, credentials, upload: random.chance(0.75) };
}

function withModes(step: Step, random: Random): Step {
  const isSimple = ["GET", "HEAD", "POST"].includes((step.method ?? "GET").toUpperCase());
  const mode = random.weigh([
    [86, "cors" as const],
    [isSimple ? 9 : 0, "no-cors" as const],
    [9, "same-origin" as const],
  ]);
  const isPlain = mode !== "no-cors";
  const redirect = random.weigh([
    [isPlain ? 88 : 60, "follow" as const],
    [isPlain ? 5 : 20, "manual" as const],
    [isPlain ? 5 : 15, "error" as const],
  ]);
  return {
    ...step,
    ...(random.chance(0.015) ? { scheme: random.pick(["ftp", "foo"]) } : {}),
    ...(mode === "cors" ? {} : { mode }),
    ...(redirect === "follow" ? {} : { redirect }),
  };
}
