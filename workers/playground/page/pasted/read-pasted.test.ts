import { describe, expect, it } from "vitest";
import { predict } from "../predict.ts";
import { requestOf } from "../request.ts";
import { readPasted } from "./read-pasted.ts";

const PLACES = { page: "https://page.example", api: "https://api.example" };
const APP = "https://app.example";
const API = "https://api.other.example/users";

const FROM = `Access to fetch at '${API}' from origin '${APP}' has been blocked by CORS policy:`;
const PREFLIGHT = "Response to preflight request doesn't pass access control check:";

const LINES: readonly (readonly [code: string, line: string])[] = [
  [
    "acao-missing",
    `${FROM} No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
  ],
  [
    "acao-missing",
    `${FROM} ${PREFLIGHT} No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
  ],
  [
    "acao-mismatch",
    `${FROM} The 'Access-Control-Allow-Origin' header has a value 'https://third.example' that is not equal to the supplied origin.`,
  ],
  [
    "acao-multiple",
    `${FROM} The 'Access-Control-Allow-Origin' header contains multiple values '*, ${APP}', but only one is allowed.`,
  ],
  [
    "acao-invalid",
    `${FROM} The 'Access-Control-Allow-Origin' header contains the invalid value 'app.example'.`,
  ],
  [
    "acao-wildcard-credentials",
    `${FROM} The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.`,
  ],
  [
    "acac-missing",
    `${FROM} The value of the 'Access-Control-Allow-Credentials' header in the response is '' which must be 'true' when the request's credentials mode is 'include'.`,
  ],
  [
    "header-not-allowed",
    `${FROM} Request header field x-demo is not allowed by Access-Control-Allow-Headers in preflight response.`,
  ],
  [
    "method-not-allowed",
    `${FROM} Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.`,
  ],
  ["preflight-status", `${FROM} ${PREFLIGHT} It does not have HTTP ok status.`],
  ["preflight-redirect", `${FROM} ${PREFLIGHT} Redirect is not allowed for a preflight request.`],
  [
    "acao-missing",
    `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${API}. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.`,
  ],
];

describe("a console line", () => {
  it.each(LINES)("%s: the scene fails in the same way: %s", async (code, line) => {
    const pasted = readPasted(`app.js:12 ${line}`, PLACES);
    if (!pasted) throw new Error("not understood");
    const { scene, command } = pasted;
    const origin = scene.origin || PLACES.page;
    const told = await predict(requestOf(scene, PLACES, "run1"), origin, PLACES, "chromium");
    expect(told.error?.code).toBe(code);
    expect(command).toMatch(/^npx crossgate explain '/u);
    expect(command.replaceAll(String.raw`'\''`, "'")).toContain(line);
  });

  it("names the page that asks", () => {
    expect(readPasted(LINES[0]?.[1] ?? "", PLACES)?.scene.origin).toBe(APP);
  });
});

describe("the headers of a response", () => {
  it.each([
    [
      "curl -i",
      "HTTP/2 200\r\ncontent-type: application/json\r\naccess-control-allow-origin: https://app.example\r\nvary: Origin\r\n\r\n{}",
      "data",
    ],
    ["the Network tab", "access-control-allow-origin: https://app.example\nvary: Origin", "data"],
    ["a failure", "HTTP/1.1 502 Bad Gateway\nServer: nginx\n", "error"],
  ])("of %s are those of the server", (_, block, answer) => {
    const pasted = readPasted(block, PLACES);
    expect(pasted?.scene).toMatchObject({ kind: "by-hand", answer });
    expect(pasted?.scene.headers.toLowerCase()).toBe(
      answer === "data" ? "access-control-allow-origin: https://app.example\nvary: origin" : "",
    );
    expect(pasted?.command).toBe("");
  });
});

describe("a request", () => {
  it.each([
    [`curl '${API}' -X PUT -H 'Origin: ${APP}' -H 'x-demo: 1' --data-raw '{}'`, "PUT", APP],
    [`fetch("${API}", { method: "PUT", headers: { "x-demo": "1" }, body: "{}" })`, "PUT", ""],
    [`PUT /users HTTP/1.1\nHost: api.other.example\nOrigin: ${APP}\nx-demo: 1\n\n{}`, "PUT", APP],
    [API, "GET", ""],
    ["api.other.example/users", "GET", ""],
  ])("%s", (text, method, origin) => {
    const pasted = readPasted(text, PLACES);
    expect(pasted?.scene).toMatchObject({ method, origin, kind: "by-hand", headers: "" });
    expect(pasted?.scene.requestHeaders.split("\n")[0]).toBe(method === "PUT" ? "x-demo: 1" : "");
    expect(pasted?.command).toMatch(/^npx crossgate explain /u);
  });

  it.each([
    `ERROR HttpErrorResponse {status: 0, statusText: 'Unknown Error', url: '${API}', ok: false, …}`,
    `AxiosError: Network Error {\n  code: 'ERR_NETWORK',\n  config: { method: 'put', url: '${API}', headers: { 'x-demo': '1' } }\n}`,
    `ClientException: Failed to fetch, uri=${API}`,
    `> 11 | const res = await fetch("${API}", {\n     |                         ^\n  12 |   method: "PUT",\n  13 | });`,
    `Subresource Integrity: The resource '${API}' has an integrity attribute, but the resource requires the request to be CORS enabled to check the integrity, and it is not.`,
    `* CONNECT tunnel: HTTP/1.1 negotiated\n> CONNECT api.other.example:443 HTTP/1.1\n> Host: api.other.example:443\n> \n< HTTP/1.1 200 OK\n* using TLSv1.3\n> GET /users HTTP/1.1\n> Host: api.other.example\n> \n< HTTP/1.1 200 OK`,
    `Request URL\n${API}\nRequest Method\nPUT\nStatus Code\n403 Forbidden\nRequest headers\nx-demo\n1`,
    `superagent.put('${API}').set('x-demo', '1')`,
  ])("names the address of %j, which the command line asks", (text) => {
    const pasted = readPasted(text, PLACES);
    expect(pasted?.told[0]).toContain(API);
    expect(pasted?.command).toMatch(/^npx crossgate explain '/u);
  });

  it("says of a frame that it is no request", () => {
    const pasted = readPasted(
      'Uncaught DOMException: Blocked a frame with origin "https://a.example" from accessing a cross-origin frame.',
      PLACES,
    );
    expect(pasted?.told.join(" ")).toMatch(/^That is not CORS/u);
    expect(pasted?.command).toBe("");
  });

  it("keeps its secrets out of the address", () => {
    const secret = "s3cr3t";
    const text = `curl '${API}' -H 'Authorization: Bearer ${secret}' -H 'x-api-key: ${secret}' -b 'a=${secret}' -d '${secret}'`;
    const pasted = readPasted(text, PLACES);
    expect(pasted?.scene.credentials).toBe("include");
    expect(JSON.stringify(pasted?.scene)).not.toContain(secret);
  });

  it("is one word of the command, whatever is in it", () => {
    const { command = "" } = readPasted(`curl '${API}' -H "x-demo: it's"`, PLACES) ?? {};
    expect(command).toBe(`npx crossgate explain 'curl '\\''${API}'\\'' -H "x-demo: it'\\''s"'`);
  });
});

it.each(["", "  ", "hello", "why is my request blocked?", "<script>", "{}", "origin"])(
  "%j is nothing of the kind",
  (text) => {
    expect(readPasted(text, PLACES)).toBeUndefined();
  },
);
