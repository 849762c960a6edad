import { expect, test } from "vitest";
import { httpProblem, jsoncProblem, jsonProblem, yamlProblem } from "./data.ts";
import { excerptProblem } from "./excerpt.ts";

const PREFLIGHT = "OPTIONS /data HTTP/1.1\norigin: https://myapp.com\n\n";
const ANSWER = "HTTP/1.1 204 No Content\nvary: Origin\n";

test.each([
  [httpProblem, PREFLIGHT + ANSWER],
  [httpProblem, "HTTP/1.1 200 OK\ncontent-type: text/plain\n\nnot a: field\nnor this"],
  [jsonProblem, `{"a": [1]}`],
  [jsoncProblem, `{ // why\n"a": 1, }`],
  [yamlProblem, "a: 1\n---\nb: 2"],
])("%o passes %j", (problemOf, code) => expect(problemOf(code)).toBeUndefined());

test.each([
  [httpProblem, "OPTION\norigin: https://myapp.com"],
  [httpProblem, `${PREFLIGHT}HTTP/1.1 204\nvary Origin`],
  [httpProblem, "GET / HTTP/1.1\norigin:"],
  [jsonProblem, `{ "a": 1, }`],
  [jsoncProblem, `{ "a" 1 }`],
  [yamlProblem, "a: [1"],
])("%o fails %j", (problemOf, code) => expect(problemOf(code)).toBeTypeOf("string"));

const FILE = "packages/proof/checks/src/blocks/data.test.ts";

test("lines of a file may stand further left on a page", () => {
  expect(excerptProblem(`[httpProblem, PREFLIGHT + ANSWER],`, FILE)).toBeUndefined();
});

test.each([
  [`[httpProblem, PREFLIGHT +  ANSWER],`, FILE, "do not follow"],
  ["const a = 1;", "docs/nowhere.ts", "there is no docs/nowhere.ts"],
])("%j is not in %s", (code, file, problem) => {
  expect(excerptProblem(code, file)).toContain(problem);
});
