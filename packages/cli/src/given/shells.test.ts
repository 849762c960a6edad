import { describe, expect, it } from "vitest";
import { type Given, readGiven } from "./index.ts";

const url = "https://api.example.com/v1/items?a=1&b=2";
const page = "https://app.example.com";
const post: Partial<Given> = {
  url,
  origin: page,
  method: "POST",
  headers: [["Content-Type", "application/json"]],
  body: '{"a":"b c"}',
};
const flags = `-X POST -H "Content-Type: application/json" -H "Origin: ${page}"`;

/** One request in the spelling of every shell, and with what a copy brings along. */
const same: Readonly<Record<string, string>> = {
  "with a prompt": `ann@box:~/src$ curl '${url}' ${flags} -d '{"a":"b c"}'`,
  "with a prompt of zsh": `➜  ~ curl '${url}' ${flags} -d '{"a":"b c"}'`,
  "as root": `root@box:/# curl '${url}' ${flags} -d '{"a":"b c"}'`,
  "with a path and sudo": `sudo /usr/bin/curl '${url}' ${flags} -d '{"a":"b c"}'`,
  "with a variable in front": `NO_PROXY=* curl '${url}' ${flags} -d '{"a":"b c"}'`,
  "behind a comment": `# this one fails\ncurl '${url}' ${flags} -d '{"a":"b c"}'`,
  "in a fence": `\`\`\`sh\ncurl '${url}' ${flags} -d '{"a":"b c"}'\n\`\`\``,
  "in a mail": `> curl '${url}' \\\n>   ${flags} \\\n>   -d '{"a":"b c"}'`,
  "with prompts of its further lines": `$ curl '${url}' \\\n> ${flags} \\\n> -d '{"a":"b c"}'`,
  "cut behind a backslash": `curl '${url}' \\\n  ${flags} \\\n  -d '{"a":"b c"}' \\\n`,
  "with typographic quotes": `curl “${url}” -X POST -H “Content-Type: application/json” -H “Origin: ${page}” -d ‘{"a":"b c"}’`,
  "with typographic dashes": `curl "${url}" –X POST —header "Content-Type: application/json" –H "Origin: ${page}" —data '{"a":"b c"}'`,
  "with = behind the options": `curl --url='${url}' --request=POST --header="Content-Type: application/json" --header="Origin: ${page}" --data='{"a":"b c"}'`,
  "with joined letters": `curl -sSXPOST -H"Content-Type: application/json" -H"Origin: ${page}" -d'{"a":"b c"}' '${url}'`,
  "out of HTML": `curl 'https://api.example.com/v1/items?a=1&amp;b=2' ${flags} -d '{"a":"b c"}'`,
  "with a here-document": `curl '${url}' ${flags} -d @- <<'EOF'\n{"a":"b c"}\nEOF`,
  "in two requests": `curl '${url}' ${flags} -d '{"a":"b c"}' --next https://other.example/`,
  "with options of the way": `curl --proto =https --tlsv1.2 --ciphers ECDHE --limit-rate 1M --dns-servers 1.1.1.1 '${url}' ${flags} -d '{"a":"b c"}'`,
  "cmd, doubled quotes": `curl "${url}" ${flags} --data-raw "{""a"":""b c""}"`,
  "cmd, with its prompt": `C:\\Users\\ann>curl.exe "${url}" ${flags} -d "{\\"a\\":\\"b c\\"}"`,
  "PowerShell, the program": `PS C:\\Users\\ann> curl.exe "${url}" -X POST -H "Content-Type: application/json" -H "Origin: ${page}" -d '{\\"a\\":\\"b c\\"}'`,
  "PowerShell, on several lines": `curl.exe -X POST \`\n  -H "Content-Type: application/json" \`\n  -H 'Origin: ${page}' \`\n  -d '{\\"a\\":\\"b c\\"}' \`\n  "${url}"`,
};

it.each(Object.entries(same))("one cURL command %s", (_, text) => {
  expect(readGiven(text)).toMatchObject({ kind: "curl", ...post });
});

const powershell: Readonly<Record<string, string>> = {
  "as browsers copy it": `$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession
$session.UserAgent = "Mozilla/5.0"
Invoke-WebRequest -UseBasicParsing -Uri "${url}" \`
-Method "POST" \`
-WebSession $session \`
-Headers @{
"authority"="api.example.com"
  "method"="POST"
  "path"="/v1/items?a=1&b=2"
  "scheme"="https"
  "accept"="*/*"
  "origin"="${page}"
  "sec-fetch-mode"="cors"
} \`
-ContentType "application/json" \`
-Body "{\`"a\`":\`"b c\`"}"`,
  "with a body of bytes": `Invoke-WebRequest -Uri "${url}" -Method "POST" -Headers @{ "Origin"="${page}" } -ContentType "application/json" -Body ([System.Text.Encoding]::UTF8.GetBytes("{\`"a\`":\`"b c\`"}"))`,
  "by hand": `PS> irm '${url}' -Method Post -Headers @{ Origin = '${page}'; 'Content-Type' = "application/json" } -Body '{"a":"b c"}'`,
};

it.each(Object.entries(powershell))("PowerShell %s", (_, text) => {
  const { headers = [], ...given } = readGiven(text) ?? { kind: "url", notes: [] };
  const { headers: _headers, ...expected } = post;
  expect(given).toMatchObject({ kind: "powershell", ...expected });
  expect(headers.map(([name, value]) => [name.toLowerCase(), value])).toEqual([
    ["content-type", "application/json"],
  ]);
});

describe("what is not written out", () => {
  it("is asked for: an address of the shell", () => {
    const given = readGiven('curl "$API/items" -H "Authorization: Bearer $TOKEN"');
    expect(given?.url).toBeUndefined();
    expect(given?.notes.join()).toContain("$API");
  });

  it("is not sent: a body that PowerShell makes", () => {
    const given = readGiven(`irm ${JSON.stringify(url)} -Method Post -Body $json`);
    expect(given).toMatchObject({ kind: "powershell", isPartial: true });
    expect(given?.body).toBeUndefined();
  });

  it("takes a session's cookies", () => {
    const text = `$session.Cookies.Add((New-Object System.Net.Cookie("sid", "abc", "/", "api.example.com")))
Invoke-WebRequest -Uri "${url}" -WebSession $session`;
    expect(readGiven(text)).toMatchObject({ cookie: "sid=abc", credentials: "include" });
  });

  it.each([
    `curl -X OPTIONS '${url}' -H 'Origin: ${page}' -H 'Access-Control-Request-Method: PUT' -H 'Access-Control-Request-Headers: content-type,x-foo'`,
    `OPTIONS /v1/items?a=1&b=2 HTTP/1.1\nHost: api.example.com\nOrigin: ${page}\nAccess-Control-Request-Method: PUT\nAccess-Control-Request-Headers: content-type, x-foo\n`,
    `Invoke-WebRequest -Uri "${url}" -Method "OPTIONS" -Headers @{ "origin"="${page}"; "access-control-request-method"="PUT"; "access-control-request-headers"="content-type,x-foo" }`,
  ])("a preflight stands for the request behind it: %s", (text) => {
    const given = readGiven(text);
    expect(given).toMatchObject({ url, origin: page, method: "PUT", isPartial: true });
    expect(given?.headers?.map(([name]) => name)).toEqual(["content-type", "x-foo"]);
    expect(given?.notes.join()).toContain("preflight");
  });

  it("prose about curl is no command", () => {
    expect(readGiven("curl works, and the browser does not")).toBeUndefined();
  });
});

const raw: Readonly<Record<string, string>> = {
  "over the wire": `PUT /v1/items?a=1&b=2 HTTP/1.1\nHost: api.example.com\nOrigin: ${page}\nX-A: 1\n\n{}`,
  "in a .http file": `### the one that fails\nPUT ${url}\nOrigin: ${page}\nX-A: 1\n\n{}`,
  "as curl -v prints it": `* Connected to api.example.com (1.2.3.4) port 443\n* ALPN: server accepted h2\n> PUT /v1/items?a=1&b=2 HTTP/2\n> Host: api.example.com\n> Origin: ${page}\n> X-A: 1\n>\n< HTTP/2 404\n< server: nginx\n<`,
  "by the names of HTTP/2": `:authority: api.example.com\n:method: PUT\n:path: /v1/items?a=1&b=2\n:scheme: https\norigin: ${page}\nx-a: 1`,
  "in a Network tab": `Request URL: ${url}\nRequest Method: PUT\nStatus Code: 404 Not Found\nRemote Address: 1.2.3.4:443\nReferrer Policy: strict-origin-when-cross-origin\norigin: ${page}\nx-a: 1`,
  "in a Network tab, on two lines": `Request URL\n:\n${url}`
    .replace("\n:\n", ":\n")
    .concat(`\nRequest Method:\nPUT\nStatus Code:\n404\norigin: ${page}\nx-a: 1`),
};

it.each(Object.entries(raw))("a raw request %s", (_, text) => {
  const { headers = [], ...given } = readGiven(text) ?? { kind: "url", notes: [] };
  expect(given).toMatchObject({ kind: "headers", url, method: "PUT", origin: page });
  expect(headers.map(([name, value]) => [name.toLowerCase(), value])).toEqual([["x-a", "1"]]);
});
