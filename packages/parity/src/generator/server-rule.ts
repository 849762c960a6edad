import type { Answer, Line, Place, Rule, Step } from "@crossgate/browser/fixtures/scenario";
import type { Random } from "./random.ts";

const acao = "Access-Control-Allow-Origin";
const acac = "Access-Control-Allow-Credentials";
const acam = "Access-Control-Allow-Methods";
const acah = "Access-Control-Allow-Headers";
const acma = "Access-Control-Max-Age";
const expose = "Access-Control-Expose-Headers";

/** Something a server does to its answer: mostly a mistake that servers really make. */
type Change = (answer: Answer, random: Random, step: Step) => Answer;

const without = (name: string, { status, headers }: Answer): Answer => ({
  status,
  headers: headers.filter(([key]) => key.toLowerCase() !== name.toLowerCase()),
});
const withLines = (answer: Answer, ...lines: readonly Line[]): Answer => ({
  ...answer,
  headers: [...answer.headers, ...lines],
});
const replace = (answer: Answer, name: string, ...values: readonly string[]): Answer =>
  withLines(without(name, answer), ...values.map((value): Line => [name, value]));

const oddOrigins = [
  "{page}/",
  "{page}?",
  "{page}#",
  "{page}/a/b",
  "{page}/",
  "{page} ",
  " {page}",
  "{page}/path",
  "{page}:80",
  "{PAGE}",
  "{PAGE}",
  "null",
  "",
  "**",
  "'*'",
  "*.test",
  "http://*.test",
  "{port}",
  "{other}",
  "http://127.0.0.1",
  "http://127.0.0.1:1",
  "http://example.net",
  "127.0.0.1",
  "{page},{port}",
  "{page} {port}",
  "*, {page}",
  "{page}\u000b",
] as const;

const originChanges: readonly (readonly [number, Change])[] = [
  [3, (answer) => without(acao, answer)],
  [5, (answer) => replace(answer, acao, "*")],
  [6, (answer, random) => replace(answer, acao, random.pick(oddOrigins))],
  [2, (answer) => replace(answer, acao, "{page}")],
  [1.5, (answer) => replace(answer, acao, "{page}", "{page}")],
  [1, (answer) => replace(answer, acao, "*", "{page}")],
];

const credentialChanges: readonly (readonly [number, Change])[] = [
  [4, (answer) => without(acac, answer)],
  [
    4,
    (answer, random) =>
      replace(answer, acac, random.pick(["True", "TRUE", "false", "1", '"true"', "", " true\t"])),
  ],
  [1, (answer) => replace(answer, acac, "true", "true")],
];

const listChanges: readonly (readonly [number, Change])[] = [
  [4, (answer) => without(acam, answer)],
  [3, (answer) => replace(answer, acam, "*")],
  [2, (answer, _, step) => replace(answer, acam, (step.method ?? "GET").toLowerCase())],
  [
    4,
    (answer, random) =>
      replace(
        answer,
        acam,
        random.pick(["GET, POST", "", "put, delete", ",,PUT,,DELETE,", "patch"]),
      ),
  ],
  [
    3,
    (answer, random) =>
      replace(answer, acam, random.pick(["Bad method", "PUT;GET", '"PUT"', "PUT\u000b", "["])),
  ],
  [1, (answer) => replace(answer, acam, "DELETE", "PUT", "PATCH")],
  [4, (answer) => without(acah, answer)],
  [5, (answer) => replace(answer, acah, "*")],
  [1, (answer) => replace(answer, acah, "*, Authorization")],
  [1, (answer) => replace(answer, acah, "*", "authorization,X-Test")],
  [4, (answer) => replace(answer, acah, "X-TEST, Authorization")],
  [3, (answer) => replace(answer, acah, "Content-Type")],
  [
    3,
    (answer, random) =>
      replace(
        answer,
        acah,
        random.pick(["x-test, bad name", "(x-test)", "x-test;", "x-test\u000c", "x-test,\u00e9"]),
      ),
  ],
];

const statusChanges: readonly (readonly [number, Change])[] = [
  [4, (answer, random) => ({ ...answer, status: random.pick([204, 201, 206, 299]) })],
  [
    6,
    (answer, random) => ({ ...answer, status: random.pick([404, 401, 403, 405, 500, 503, 304]) }),
  ],
  [2, (answer, random) => ({ ...answer, status: random.pick([300, 301, 302, 307]) })],
  [
    4,
    (answer, random) =>
      withLines({ ...answer, status: random.pick([301, 302, 303, 307, 308]) }, [
        "Location",
        "{hop0}",
      ]),
  ],
];

const extraLines: readonly [Line, ...Line[]] = [
  ["X-Request-Id", "1"],
  ["ETag", '"a"'],
  ["Age", "1"],
  ["Server", "mine"],
  ["Content-Language", "en"],
  ["Expires", "0"],
  ["Last-Modified", "Thu, 01 Jan 1970 00:00:00 GMT"],
  ["Pragma", "no-cache"],
  ["Set-Cookie", "a=b"],
  ["Set-Cookie2", "a=b"],
  ["Vary", "Origin"],
  ["Timing-Allow-Origin", "*"],
  ["Retry-After", "1"],
  ["Content-Disposition", "inline"],
  ["X-Duplicate", "1"],
  ["X-Duplicate", "2"],
  ["Accept", "a"],
  ["Link", "<a>"],
];

const exposures: readonly [readonly string[], ...(readonly string[])[]] = [
  ["*"],
  ["X-Request-Id, ETag"],
  ["x-request-id", "age"],
  ["*, set-cookie"],
  ["etag, bad name"],
  ["etag", "a b"],
  [",, etag ,"],
  ["set-cookie, set-cookie2, server"],
  ["'etag'"],
  ['"etag"'],
  [""],
  ["ETAG\t,AGE"],
  ["*", "etag"],
];

const maxAges: readonly [string, ...string[]] = [
  "600",
  "0",
  "-1",
  "+10",
  "1.5",
  "a",
  "",
  "99999999999999999999",
  "00010",
  "10, 10",
  "0x10",
];

function openAnswer(step: Step, random: Random): Answer {
  const asked = (step.headers ?? []).map(([name]) => name);
  const names = [...asked, "Content-Type", "X-Test", "Accept"].join(
    random.pick([", ", ",", " , "]),
  );
  const methods = ["PUT", "DELETE", "PATCH", step.method ?? "GET", "OPTIONS", "CHICKEN"];
  return {
    status: 200,
    headers: [
      [acao, "{origin}"],
      [acac, "true"],
      [acam, methods.join(", ")],
      [acah, names],
    ],
  };
}

/** What an answer is made up for; `mistakes` is how much goes wrong, 1 being a lot. */
interface Situation {
  readonly random: Random;
  readonly step: Step;
  readonly mistakes: number;
}

function change(
  answer: Answer,
  kinds: readonly (readonly [number, readonly (readonly [number, Change])[]])[],
  { random, step, mistakes }: Situation,
): Answer {
  const count = random.weigh([
    [5, 0],
    [6 * mistakes, 1],
    [2 * mistakes, 2],
  ]);
  let changed = answer;
  for (let done = 0; done < count; done += 1) {
    changed = random.weigh(random.weigh(kinds))(changed, random, step);
  }
  return changed;
}

/** How the server answers a preflight: rightly, or with one or two of the usual mistakes. */
function randomPreflight(situation: Situation): Answer {
  const { step, random } = situation;
  const kinds = [
    [3, originChanges],
    [1.5, credentialChanges],
    [5, listChanges],
    [1.5, statusChanges],
  ] as const;
  const answer = change(openAnswer(step, random), kinds, situation);
  return random.chance(0.4) ? withLines(answer, [acma, random.pick(maxAges)]) : answer;
}

/** How the server answers the request itself. */
function randomActual(situation: Situation): Answer {
  const { random } = situation;
  const kinds = [
    [4, originChanges],
    [2, credentialChanges],
  ] as const;
  const open: Answer = {
    status: random.weigh([
      [0.5, 302],
      [20, 200],
      [1, 204],
      [1, 201],
      [2, 404],
      [2, 500],
      [1, 401],
    ]),
    headers: [
      [acao, "{origin}"],
      [acac, "true"],
    ],
  };
  const answer = change(open, kinds, situation);
  const exposed = random.chance(0.5) ? random.pick(exposures) : [];
  return withLines(
    answer,
    ...random.some(extraLines, random.below(7)),
    ...exposed.map((value): Line => [expose, value]),
  );
}

/** A server's rule at one place. */
export function randomRule(at: Place, step: Step, mistakes: number, random: Random): Rule {
  const situation = { step, mistakes, random };
  return { at, preflight: randomPreflight(situation), actual: randomActual(situation) };
}
