import type { Answer, Line, Step } from "@crossgate/browser/fixtures/scenario";
import type { Random } from "./random.ts";

export const acao = "Access-Control-Allow-Origin";
export const acac = "Access-Control-Allow-Credentials";
export const acam = "Access-Control-Allow-Methods";
export const acah = "Access-Control-Allow-Headers";

/** Something a server does to its answer: mostly a mistake that servers really make. */
export type Change = (answer: Answer, random: Random, step: Step) => Answer;

export const without = (name: string, { status, headers }: Answer): Answer => ({
  status,
  headers: headers.filter(([key]) => key.toLowerCase() !== name.toLowerCase()),
});
export const withLines = (answer: Answer, ...lines: readonly Line[]): Answer => ({
  ...answer,
  headers: [...answer.headers, ...lines],
});
export const replace = (answer: Answer, name: string, ...values: readonly string[]): Answer =>
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

export const originChanges: readonly (readonly [number, Change])[] = [
  [3, (answer) => without(acao, answer)],
  [5, (answer) => replace(answer, acao, "*")],
  [6, (answer, random) => replace(answer, acao, random.pick(oddOrigins))],
  [2, (answer) => replace(answer, acao, "{page}")],
  [1.5, (answer) => replace(answer, acao, "{page}", "{page}")],
  [1, (answer) => replace(answer, acao, "*", "{page}")],
  [
    1,
    (answer, random) =>
      replace(
        answer,
        acao,
        ...random.pick([["", "{page}"], ["{page}", ""], ["{page}", "null"], ["{page}\u00e9"]]),
      ),
  ],
];

export const credentialChanges: readonly (readonly [number, Change])[] = [
  [4, (answer) => without(acac, answer)],
  [
    4,
    (answer, random) =>
      replace(answer, acac, random.pick(["True", "TRUE", "false", "1", '"true"', "", " true\t"])),
  ],
  [1, (answer) => replace(answer, acac, "true", "true")],
  [
    1,
    (answer, random) =>
      replace(
        answer,
        acac,
        ...random.pick([
          ["true", "false"],
          ["bogus", "true"],
          ["", "true"],
        ]),
      ),
  ],
];

export const listChanges: readonly (readonly [number, Change])[] = [
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
  [1, (answer) => replace(answer, acam, "PUT, PATCH, DELETE", "bad method")],
  [1, (answer) => replace(answer, acah, "x-test, content-type", "(bad)")],
  [1, (answer) => replace(answer, acah, "(bad)", "*")],
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

export const statusChanges: readonly (readonly [number, Change])[] = [
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
