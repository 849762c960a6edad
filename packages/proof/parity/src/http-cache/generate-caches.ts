import type { Line, Place } from "@crossgate/browser/fixtures/scenario";
import type { Random } from "../generator/random.ts";
import { createRandom } from "../generator/random.ts";
import type { CacheCase, CachePage, CacheRule, CacheStep } from "./cache-case.ts";

/**
 * Cases without end, the same for the same seed.
 *
 * @param redirects whether some URLs redirect
 */
export function* generateCaches(seed: number, redirects: boolean): Generator<CacheCase, never> {
  for (let index = 0; ; index += 1) {
    const random = createRandom(Math.imul(seed, 1_000_003) + index);
    yield cacheCase(`http cache seed ${seed} case ${index}`, redirects, random);
  }
}

function cacheCase(name: string, redirects: boolean, random: Random): CacheCase {
  const steps: CacheStep[] = [];
  const count = 2 + random.below(4);
  const pages: readonly (readonly [number, CachePage])[] = [
    [6, "page"],
    [2, "port"],
    [1, "host"],
  ];
  const element = random.pick(["image", "image", "image", "script"] as const);
  for (let made = 0; made < count; made += 1) {
    const page = made === 0 || random.chance(0.7) ? "page" : random.weigh(pages);
    const step = random.chance(0.4) ? elementStep(page, element, random) : fetchStep(page, random);
    // Documents keep lists of what their elements have loaded, which is no HTTP cache.
    const isAgain = steps.some(
      ({ via, crossorigin }) =>
        via === step.via && via !== "fetch" && crossorigin === step.crossorigin,
    );
    steps.push(isAgain ? fetchStep(page, random) : step);
  }
  return { name, rule: cacheRule(redirects, random), steps };
}

function elementStep(page: CachePage, via: "image" | "script", random: Random): CacheStep {
  const crossorigin = random.weigh([
    [5, undefined],
    [3, "anonymous" as const],
    [2, "use-credentials" as const],
  ]);
  return { page, via, ...(crossorigin === undefined ? {} : { crossorigin }) };
}

function fetchStep(page: CachePage, random: Random): CacheStep {
  const method = random.weigh([
    [30, undefined],
    [2, "HEAD"],
    [1, "POST"],
    [1, "PUT"],
    [1, "DELETE"],
    [0.5, "PATCH"],
    [0.5, "OPTIONS"],
    [0.5, "CHICKEN"],
  ]);
  const mode = random.weigh([
    [4, undefined],
    [method === undefined || method === "HEAD" || method === "POST" ? 1 : 0, "no-cors" as const],
  ]);
  const credentials = random.weigh([
    [4, undefined],
    [4, "include" as const],
    [2, "omit" as const],
  ]);
  const isRead = method === undefined || method === "HEAD";
  const cache = random.weigh([
    [isRead ? 12 : 1000, undefined],
    [1, "no-store" as const],
    [1, "reload" as const],
    [1, "no-cache" as const],
    [3, "force-cache" as const],
  ]);
  const headers = isRead && mode !== "no-cors" && random.chance(0.2) ? random.pick(directives) : [];
  return {
    page,
    via: "fetch",
    ...(headers.length === 0 ? {} : { headers }),
    ...(method === undefined ? {} : { method }),
    ...(mode === undefined ? {} : { mode }),
    ...(credentials === undefined ? {} : { credentials }),
    ...(cache === undefined ? {} : { cache }),
  };
}

/** What a page may ask of the caches on the way. */
const directives: readonly [readonly Line[], ...(readonly Line[])[]] = [
  [["Cache-Control", "no-cache"]],
  [["Cache-Control", "NO-CACHE"]],
  [["Pragma", "no-cache"]],
  [["Cache-Control", "no-store"]],
  [["Cache-Control", "max-age=0"]],
  [["Cache-Control", "foo, max-age=0"]],
  [["Cache-Control", "max-age=50"]],
  [["Cache-Control", "max-age=200"]],
  [["Cache-Control", "min-fresh=3550"]],
  [["Cache-Control", "min-fresh=10"]],
  [["Cache-Control", "max-stale"]],
  [["Cache-Control", "max-stale=1000"]],
  [["Cache-Control", "max-stale=10"]],
  [["Cache-Control", "bogus"]],
];

const lifetimes: readonly (readonly [number, readonly Line[]])[] = [
  [10, [["Cache-Control", "max-age=3600"]]],
  [2, [["Cache-Control", "public, max-age=3600"]]],
  [1, [["Cache-Control", "public"]]],
  [1, [["Cache-Control", 'private, max-age="3600"']]],
  [2, [["Cache-Control", "max-age=0"]]],
  [1, [["Cache-Control", "max-age=0, must-revalidate"]]],
  [1, [["Cache-Control", "s-maxage=3600"]]],
  [1, [["Cache-Control", "s-maxage=0, max-age=3600"]]],
  [2, [["Cache-Control", "no-cache"]]],
  [2, [["Cache-Control", "no-store"]]],
  [1, [["Cache-Control", "NO-STORE, max-age=3600"]]],
  [
    1,
    [
      ["Cache-Control", "max-age=3600"],
      ["Age", "100"],
    ],
  ],
  [
    1,
    [
      ["Cache-Control", "max-age=3600"],
      ["Age", "4000"],
    ],
  ],
  [1, [["Expires", "Thu, 01 Jan 2099 00:00:00 GMT"]]],
  [1, [["Expires", "Wed, 01 Jan 2020 00:00:00 GMT"]]],
  [1, [["Expires", "0"]]],
  [
    1,
    [
      ["Expires", "0"],
      ["Cache-Control", "max-age=3600"],
    ],
  ],
  [1, [["Pragma", "no-cache"]]],
  [
    1,
    [
      ["Date", "{now}"],
      ["Cache-Control", "max-age=3600"],
    ],
  ],
  [3, []],
];

const validators: readonly (readonly [number, readonly Line[]])[] = [
  [5, [["ETag", '"a"']]],
  [1, [["ETag", 'W/"a"']]],
  [3, [["Last-Modified", "{modified}"]]],
  [
    3,
    [
      ["ETag", '"a"'],
      ["Last-Modified", "{modified}"],
    ],
  ],
  [4, []],
];

const varies: readonly (readonly [number, readonly string[]])[] = [
  [8, []],
  [7, ["Origin"]],
  [1, ["origin, Accept-Encoding"]],
  [1, ["Accept-Encoding"]],
  [1, ["*"]],
  [1, ["Accept"]],
  [0.5, ["Accept-Encoding", "Origin"]],
];

const allowed = ["*", "{origin}", "{page}", "{port}"] as const;

function cacheRule(redirects: boolean, random: Random): CacheRule {
  const place: Place = random.weigh([
    [1, "page"],
    [4, "port"],
    [2, "host"],
    [4, "other"],
  ]);
  const cors: readonly Line[] = [
    ["Access-Control-Allow-Origin", random.pick(allowed)],
    ...(random.chance(0.6) ? [["Access-Control-Allow-Credentials", "true"] as const] : []),
  ];
  const vary = random.weigh(varies).map((value): Line => ["Vary", value]);
  const isForAll = random.chance(0.25) && cors[0]?.[1] !== "{origin}";
  const isVaryForAll = random.chance(0.75);
  const always = [
    ...random.weigh(lifetimes),
    ...random.weigh(validators),
    ...(isForAll ? cors : []),
    ...(isVaryForAll ? vary : []),
  ];
  const isRedirect = redirects && random.chance(0.2);
  return {
    at: place,
    ...(isRedirect ? { to: random.pick<Place>(["page", "port", "host", "other"]) } : {}),
    status: isRedirect
      ? random.pick([301, 302, 303, 307, 308])
      : random.weigh([
          [14, 200],
          [1, 404],
          [0.5, 500],
          [2, 410],
          [0.5, 300],
          [0.5, 201],
          [0.5, 203],
          [0.5, 299],
          [0.5, 405],
          [0.5, 501],
        ]),
    lines: always,
    originLines: [...(isForAll || random.chance(0.1) ? [] : cors), ...(isVaryForAll ? [] : vary)],
    notModified: random.weigh([
      [3, "full" as const],
      [1, "bare" as const],
      [1, "never" as const],
    ]),
  };
}
