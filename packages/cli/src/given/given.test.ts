import { describe, expect, it } from "vitest";
import { type Given, readGiven, readHeaderBlocks } from "./index.ts";

const url = "https://api.example.com/items?a=1&b=2";
const json: Partial<Given> = {
  url,
  method: "POST",
  origin: "https://app.example.com",
  headers: [["content-type", "application/json"]],
  body: '{"a":"it\'s \\"5%\\""}',
};

/** As Chromium's and Firefox's DevTools copy them, and as people write them. */
const commands: readonly (readonly [name: string, text: string, expected: Partial<Given>])[] = [
  [
    "Chromium, bash",
    `curl '${url}' \\
  -H 'accept: */*' \\
  -H 'accept-language: en-US,en;q=0.9' \\
  -H 'content-type: application/json' \\
  -b 'session=abc; theme=dark' \\
  -H 'origin: https://app.example.com' \\
  -H 'priority: u=1, i' \\
  -H 'referer: https://app.example.com/' \\
  -H 'sec-ch-ua: "Chromium";v="156", "Not;A=Brand";v="24"' \\
  -H 'sec-fetch-mode: cors' \\
  -H 'user-agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36' \\
  --data-raw $'{"a":"it\\'s \\\\"5%\\\\""}'`,
    {
      ...json,
      cookie: "session=abc; theme=dark",
      credentials: "include",
      userAgent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36",
    },
  ],
  [
    "Chromium, cmd",
    `curl ^"https://api.example.com/items?a=1^&b=2^" ^
  -H ^"accept: */*^" ^
  -H ^"content-type: application/json^" ^
  -H ^"origin: https://app.example.com^" ^
  -H ^"sec-ch-ua: ^\\^"Chromium^\\^";v=^\\^"156^\\^"^" ^
  --data-raw ^"^{^\\^"a^\\^":^\\^"it's ^\\^\\^\\^"5^%^\\^\\^\\^"^\\^"^}^"`,
    json,
  ],
  [
    "cmd with plain quotes",
    `curl.exe "${url}" -H "Origin: https://app.example.com" -H "Content-Type: application/json" -d "{\\"a\\":1}"`,
    { url, method: "POST", body: '{"a":1}', headers: [["Content-Type", "application/json"]] },
  ],
  [
    "by hand, short flags joined",
    `$ curl -sSkXPUT -uann:secret -d name=x -dage=3 localhost:8000/me | jq .`,
    {
      url: "http://localhost:8000/me",
      method: "PUT",
      body: "name=x&age=3",
      headers: [
        ["authorization", "Basic YW5uOnNlY3JldA=="],
        ["content-type", "application/x-www-form-urlencoded"],
      ],
      connection: { insecure: true },
    },
  ],
  [
    "by hand, all that changes the way",
    `curl --resolve api.example.com:443:127.0.0.1 -x http://proxy:3128 -m 5 -A agent -e https://app.example.com/x -L --compressed '${url}'`,
    {
      url,
      method: "GET",
      origin: "https://app.example.com",
      userAgent: "agent",
      referer: "https://app.example.com/x",
      connection: {
        resolve: ["api.example.com:443:127.0.0.1"],
        proxy: "http://proxy:3128",
        timeout: 5000,
      },
    },
  ],
  ["--json", `curl --json '{"a":1}' ${url}`, { method: "POST", body: '{"a":1}' }],
  ["-I", `curl -I ${url}`, { method: "HEAD" }],
  ["-G", `curl -G -d q=1 https://a.example/`, { method: "GET", url: "https://a.example/?q=1" }],
  ["--data-urlencode", `curl --data-urlencode 'q=a b' ${url}`, { body: "q=a+b" }],
  ["-T", `curl -T - ${url}`, { method: "PUT" }],
  ["-d @file", `curl -d @body.json ${url}`, { body: '{"from":"file"}' }],
  ["--data-binary @file", `curl --data-binary @body.json ${url}`, { method: "POST" }],
  [
    "--oauth2-bearer",
    `curl --oauth2-bearer abc ${url}`,
    { headers: [["authorization", "Bearer abc"]] },
  ],
];

const readFile = (path: string): Uint8Array => {
  if (path !== "body.json") throw new Error("no such file");
  return new TextEncoder().encode('{"from":\n"file"}\n');
};

describe("a cURL command", () => {
  it.each(commands)("%s", (_, text, expected) => {
    expect(readGiven(text, readFile)).toMatchObject({ kind: "curl", ...expected });
  });

  it("makes a form of -F", () => {
    const given = readGiven(`curl -F name=x -F 'f=@body.json;type=text/plain' ${url}`, readFile);
    const { body } = given ?? {};
    expect(body).toBeInstanceOf(FormData);
    expect(body instanceof FormData && [...body.keys()]).toEqual(["name", "f"]);
    expect(given?.headers).toEqual([]);
  });

  it("says that a file cannot be read, and asks without it", () => {
    expect(readGiven(`curl -d @none ${url}`, readFile)?.notes).toEqual([
      expect.stringContaining("none cannot be read"),
    ]);
    expect(readGiven(`curl -d @body.json ${url}`)?.notes).toHaveLength(1);
  });
});

const calls: readonly (readonly [name: string, text: string, expected: Partial<Given>])[] = [
  [
    "Chromium",
    `fetch("${url}", {
  "headers": {
    "accept": "*/*",
    "content-type": "application/json",
    "sec-ch-ua": "\\"Chromium\\";v=\\"156\\""
  },
  "referrer": "https://app.example.com/",
  "body": "{\\"a\\":1}",
  "method": "POST",
  "mode": "cors",
  "credentials": "include"
});`,
    {
      url,
      origin: "https://app.example.com/",
      method: "POST",
      body: '{"a":1}',
      credentials: "include",
      headers: [["content-type", "application/json"]],
    },
  ],
  [
    "Chromium for Node.js",
    `fetch("${url}", { "headers": { "cookie": "sid=1", "Referer": "https://app.example.com/" }, "body": null, "method": "GET" });`,
    { url, origin: "https://app.example.com", cookie: "sid=1", credentials: "include" },
  ],
  [
    "Firefox",
    `await fetch("${url}", {
    "credentials": "omit",
    "headers": { "User-Agent": "Mozilla/5.0", "X-Token": "abc" },
    "method": "GET",
    "mode": "cors"
});`,
    { url, credentials: "omit", headers: [["X-Token", "abc"]] },
  ],
  [
    "as people write it",
    `const api = "https://api.example.com";
async function load(id) {
  const res = await fetch(\`\${api}/items\`, {
    method: 'PATCH',
    headers: new Headers({ 'Content-Type': 'application/json', Authorization: 'Bearer ' + token }),
    body: JSON.stringify({ id, name: "x" }),
  });
  return res.json();
}`,
    {
      url: "https://api.example.com/items",
      method: "PATCH",
      headers: [
        ["Content-Type", "application/json"],
        ["Authorization", "Bearer ..."],
      ],
      isPartial: true,
    },
  ],
  ["no-cors", `window.fetch('${url}', { mode: 'no-cors' })`, { url, mode: "no-cors" }],
];

describe("a call of fetch", () => {
  it.each(calls)("%s", (_, text, expected) => {
    expect(readGiven(text)).toMatchObject({ kind: "fetch", ...expected });
  });

  it("is never run", () => {
    const text = `fetch("${url}", { headers: { a: globalThis.hit = 1 }, body: (() => { throw 1 })() })`;
    expect(readGiven(text)).toMatchObject({ kind: "fetch", url });
    expect("hit" in globalThis).toBe(false);
  });
});

const har = JSON.stringify({
  log: {
    entries: [
      {
        request: { method: "GET", url: "https://app.example.com/", headers: [] },
        response: { status: 200, headers: [] },
      },
      {
        _resourceType: "fetch",
        request: {
          method: "POST",
          url,
          headers: [
            { name: "Origin", value: "https://app.example.com" },
            { name: "Content-Type", value: "application/json" },
          ],
          postData: { text: "{}" },
        },
        response: { status: 0, headers: [], _error: "net::ERR_FAILED" },
      },
    ],
  },
});

describe("other things in hand", () => {
  it.each<readonly [string, string, Partial<Given>]>([
    ["a URL", ` ${url}\n`, { kind: "url", url }],
    [
      "a HAR file",
      `\ufeff${har}`,
      { kind: "har", url, method: "POST", as: "fetch", origin: "https://app.example.com" },
    ],
    [
      "a raw request",
      "POST /items?a=1 HTTP/1.1\r\nHost: api.example.com\r\nOrigin: https://app.example.com\r\nX-A: 1\r\n\r\n{}",
      {
        kind: "headers",
        url: "https://api.example.com/items?a=1",
        method: "POST",
        headers: [["X-A", "1"]],
        body: "{}",
      },
    ],
  ])("%s", (_, text, expected) => {
    expect(readGiven(text)).toMatchObject(expected);
  });

  it("takes other text for nothing", () => {
    for (const text of ["hello", "curl", "{}", "[]", "fetch(", "a: b", ""]) {
      expect(readGiven(text)).toBeUndefined();
    }
  });

  it("reads the header blocks of curl -i", () => {
    const blocks = readHeaderBlocks(
      "HTTP/1.1 204 No Content\r\nvary: Origin\r\n\r\nHTTP/2 200\r\ncontent-type: text/html\r\n\r\n<p>body: x</p>",
    );
    expect(blocks).toEqual([
      { status: 204, headers: [["vary", "Origin"]] },
      { status: 200, headers: [["content-type", "text/html"]] },
    ]);
  });
});
