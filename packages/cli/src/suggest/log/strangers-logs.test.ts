import { describe, expect, it } from "vitest";
import { inspect } from "node:util";
import { suggest } from "../suggest.ts";

const PAGE = "https://app.example.com";
const EVIL = "https://evil.example";
const GET = `203.0.113.9 - - [26/Nov/2026:10:00:00 +0000] "GET /v1 HTTP/1.1" 200 5 "-" "curl/8"`;
const allowed = { kind: "actual", origin: PAGE, allowed: true, reason: "origin-allowed" };
const denied = { kind: "actual", origin: EVIL, allowed: false, reason: "origin-denied" };
const both = [allowed, denied];
const flat = (value: object): string => inspect(value, { breakLength: Number.POSITIVE_INFINITY });
const wide = (value: object): string => inspect(value, { compact: false });
const fieldsOf = (value: object): string =>
  Object.entries(value)
    .map(([name, each]) => `${name}=${each}`)
    .join(" ");

/** What a gate has denied must never come into a policy, however its verdict was written down. */
const VERDICTS: readonly [name: string, lines: readonly string[]][] = [
  ["console.log of it", both.map(flat)],
  ["console.log of it, over several lines", both.map(wide)],
  ["console.log behind a label", both.map((each) => `cors ${flat(each)}`)],
  ["console.log behind a label, over several lines", both.map((each) => `cors ${wide(each)}`)],
  ["fields", both.map(fieldsOf)],
  [
    "fields in quotes",
    both.map(({ origin, reason }) => `level=info origin='${origin}', reason='${reason}'`),
  ],
  ["JSON of allowed alone", both.map(({ origin, allowed }) => JSON.stringify({ origin, allowed }))],
  [
    "JSON over several lines behind a label",
    both.map((each) => `    verdict: ${JSON.stringify(each, null, 2)}`.replaceAll("\n", "\n    ")),
  ],
  ["console.log of Lambda", both.map((each) => `2026-11-26T10:00:00Z\tid\tINFO\t${wide(each)}`)],
  [
    "colours",
    both.map((each) => `\u001b[32m${fieldsOf(each).replaceAll("=", "\u001b[39m=\u001b[36m")}`),
  ],
  ["a struct of Go", both.map((each) => `{Origin:${each.origin} Allowed:${each.allowed}}`)],
  [
    "a program's own print of it",
    both.map(
      ({ origin, allowed }) => `{'origin': '${origin}', 'allowed': ${allowed ? "True" : "False"}}`,
    ),
  ],
];

describe("verdicts, as a hurried person logs them", () => {
  it.each(VERDICTS)("%s", async (_, lines) => {
    const report = await suggest({ log: lines.join("\n") });
    expect(report.policy?.origin).toEqual([PAGE]);
    expect(report.denied).toMatchObject([{ origin: EVIL, code: "refused" }]);
  });
});

describe("an origin between a format's marks", () => {
  it.each([
    "[%]",
    "<%>",
    "(%)",
    "'%'",
    "%,",
    "%;",
    "'%',",
    "origin=[%]",
    "origin: <%>",
    "origin='%'",
  ])("%s", async (format) => {
    const { policy } = await suggest({ log: `${GET} ${format.replace("%", PAGE)}` });
    expect(policy?.origin).toEqual([PAGE]);
  });
});

describe("what is no origin", () => {
  it("the address of Traefik's upstream, which has no path either", async () => {
    const line = `203.0.113.9 - - [26/Nov/2026:10:00:00 +0000] "PUT /v1 HTTP/1.1" 200 5 "${PAGE}/" "curl/8" 1 "api@docker" "https://10.0.0.5:8443" 2ms`;
    const { policy, notes } = await suggest({ log: line });
    expect(policy?.origin).toEqual([PAGE]);
    expect(notes[0]).toContain("No line names an Origin");
  });
});

describe("GELF", () => {
  it("writes a line in front of its names", async () => {
    const log = JSON.stringify({ version: "1.1", short_message: "PUT", _origin: PAGE });
    expect((await suggest({ log })).policy?.origin).toEqual([PAGE]);
  });
});

describe("a table with its columns in the first line", () => {
  it.each([
    ["commas", `time,method,origin,status\n10:00,PUT,${PAGE},200\n`],
    ["semicolons, quotes and spaces", `"Time";"Request Origin"\r\n"10:00; UTC";"${PAGE}"\r\n`],
    ["tabs", `@timestamp\thttp.request.header.origin\n1\t${PAGE}`],
    ["quotes within a cell", `note,origin\n"he said ""no"", twice",${PAGE}`],
    ["a mark in front of it", `\ufefforigin,method\n${PAGE},PUT`],
  ])("%s", async (_, log) => {
    const { policy, requests } = await suggest({ log: oneOf(log) });
    expect(policy?.origin).toEqual([PAGE]);
    expect(requests).toBe(1);
  });

  it("is none where the line is a sentence", async () => {
    const log = `origin, referer and others are logged here: /v1\n${GET} "${PAGE}"`;
    expect((await suggest({ log })).policy?.origin).toEqual([PAGE]);
  });
});

describe("records that a query or a collector has put together", () => {
  const OTHER = "https://shop.example.org";
  const pages = [PAGE, OTHER];
  it.each([
    ["hits", { hits: { hits: pages.map((origin) => ({ _source: { http: { origin } } })) } }],
    ["records", { Records: pages.map((origin) => ({ httpMethod: "PUT", headers: { origin } })) }],
    [
      "a recording",
      {
        log: {
          entries: pages.map((value) => ({
            request: { method: "PUT", headers: [{ name: "Origin", value }] },
            response: { headers: [{ name: "Access-Control-Allow-Origin", value }] },
          })),
        },
      },
    ],
    [
      "attributes",
      {
        logRecords: pages.map((stringValue) => ({
          attributes: [{ key: "http.request.header.origin", value: { stringValue } }],
        })),
      },
    ],
  ])("%s", async (_, log) => {
    const { policy, requests } = await suggest({ log: JSON.stringify(log) });
    expect(policy?.origin).toEqual(pages);
    expect(requests).toBe(2);
  });
});

describe("what is not the request", () => {
  it.each([
    ["its query", { req: { query: { origin: EVIL }, headers: { host: "api.example.com" } } }],
    ["its parameters", { params: { origin: EVIL }, req: { headers: { host: "api.example.com" } } }],
    ["the response", { res: { headers: { origin: EVIL } }, req: { method: "PUT" } }],
  ])("%s", async (_, record) => {
    const log = [record, { req: { headers: { origin: PAGE } } }].map((each) =>
      JSON.stringify(each),
    );
    const { policy, denied } = await suggest({ log: log.join("\n") });
    expect(policy?.origin).toEqual([PAGE]);
    expect(denied).toEqual([]);
  });

  it("does not tell of cookies either", async () => {
    const log = JSON.stringify({
      req: { method: "PUT", origin: PAGE },
      res: { headers: { vary: "Origin" } },
    });
    const { notes } = await suggest({ log });
    expect(notes.join(" ")).toContain("The log does not tell of cookies");
  });
});

/** As a file is read: with bytes, so that marks in front of it count. */
async function* oneOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
