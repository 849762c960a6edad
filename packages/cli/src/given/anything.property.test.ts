import fc from "fast-check";
import { expect, it } from "vitest";
import { explainRecording } from "../explain/recording.ts";
import type { ExplainReport } from "../explain/report.ts";
import { UsageError } from "../usage-error.ts";
import {
  crossOriginEntries,
  givenOfEntry,
  parseHar,
  readGiven,
  readHeaderBlocks,
} from "./index.ts";

const url = "https://api.example.com/v1/items?a=1";
const page = "https://app.example.com";

/** Texts that are understood, to be broken. */
const texts: readonly string[] = [
  `Access to fetch at '${url}' (redirected from '${page}/x') from origin '${page}' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
  `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${url}. (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘${page}’). Status code: 200.`,
  `[Error] Origin ${page} is not allowed by Access-Control-Allow-Origin. Status code: 200\n[Error] Fetch API cannot load ${url} due to access control checks.`,
  `$ curl -sSXPUT '${url}' \\\n -H 'origin: ${page}' -u a:b -F 'f=@x;type=a/b' --data-raw $'{"a":"it\\'s \\u00e9"}' --resolve a:1:b -m x | jq .`,
  `curl ^"${url}^" ^\n  -H ^"x-a: ^\\^"1^\\^"^" ^\n  --data-raw ^"^{^\\^"a^\\^":1^}^"`,
  `Invoke-WebRequest -Uri "${url}" -Method "POST" -Headers @{ "Origin"="${page}" } -Body ([System.Text.Encoding]::UTF8.GetBytes("{\`"a\`":1}"))`,
  `const h = new Headers({ "x-a": \`b\${c}\` }); h.append("a", "b"); await fetch<X>("${url}" as string, { method: "PUT", headers: h, body: JSON.stringify({ a: [1] }) }!);`,
  `POST /x HTTP/1.1\r\nHost: api.example.com\r\nOrigin: ${page}\r\n\r\n{}`,
  "HTTP/2 200\r\naccess-control-allow-origin: *\r\n\r\n<p>x: y</p>",
];

/** A text with pieces cut out, doubled, or taken from another one. */
const broken = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.array(fc.tuple(fc.nat(400), fc.nat(60), fc.oneof(fc.string(), fc.constantFrom(...texts))), {
      maxLength: 3,
    }),
    fc.nat(500),
  )
  .map(([text, cuts, end]) =>
    cuts
      .reduce((kept, [at, count, put]) => kept.slice(0, at) + put + kept.slice(at + count), text)
      .slice(0, end < 100 ? undefined : end),
  );

it("reads or declines whatever is pasted, and never throws", () => {
  fc.assert(
    fc.property(fc.oneof(broken, fc.string(), fc.string({ unit: "binary" })), (text) => {
      readHeaderBlocks(text);
      const given = readGiven(text);
      expect(given === undefined || Array.isArray(given.notes)).toBe(true);
      // A header that is read has to be one, or the request could not be made of it.
      for (const [name] of given?.headers ?? []) expect(typeof name).toBe("string");
    }),
    { numRuns: 3000 },
  );
});

const odd = fc.oneof(
  fc.constantFrom(
    null,
    undefined,
    0,
    -1,
    999,
    "",
    "x",
    true,
    [],
    {},
    [null],
    { name: "x" },
    "\0é€",
  ),
  fc.constantFrom(url, page, "null", "OPTIONS", "net::ERR_FAILED", [
    { name: "Origin", value: page },
  ]),
  fc.jsonValue({ maxDepth: 2 }),
);
const recording = fc.record({
  log: fc.record({
    pages: fc.oneof(odd, fc.constant([{ id: "p", title: page }])),
    creator: fc.oneof(odd, fc.constant({ name: "Firefox" })),
    entries: fc.array(
      fc.record(
        {
          pageref: fc.oneof(odd, fc.constant("p")),
          _initiator: odd,
          _resourceType: fc.oneof(odd, fc.constantFrom("fetch", "websocket", "image", "toString")),
          serverIPAddress: odd,
          request: fc.record(
            { url: fc.oneof(fc.constant(url), odd), method: odd, headers: odd, postData: odd },
            { requiredKeys: ["url"] },
          ),
          response: fc.oneof(
            odd,
            fc.record({
              status: fc.oneof(odd, fc.constantFrom(200, 204, 302, 404, 101)),
              statusText: odd,
              headers: odd,
              content: odd,
              _error: odd,
            }),
          ),
        },
        { requiredKeys: ["request"] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
  }),
});

const verdicts = ["readable", "blocked", "depends", "unreachable"];

function verdictOf(checked: unknown): string {
  if (checked instanceof Error) throw checked;
  return (checked as ExplainReport).verdict;
}

it("explains whatever a recording leaves out, and never throws", async () => {
  await fc.assert(
    fc.asyncProperty(recording, async (value) => {
      const text = JSON.stringify(value);
      readGiven(text);
      const har = parseHar(text);
      for (const { number } of har ? crossOriginEntries(har) : []) {
        const entry = har?.entries[number - 1];
        if (!har || !entry) throw new Error("a choice that is no entry");
        const { isPartial: _, said: __, kind, ...given } = givenOfEntry(entry, har);
        const checked = await explainRecording(
          { ...given, url: entry.request.url, given: kind },
          { recording: har, number },
        ).catch((error: unknown) => error);
        // The reader names a request that no page could send, and nothing else may go wrong.
        expect(checked instanceof UsageError || verdicts.includes(verdictOf(checked))).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});
