import { describe, expect, it } from "vitest";
import { type Given, readGiven } from "./index.ts";

const url = "https://api.example.com/v1/items";
const page = "https://app.example.com";
const cdn = "https://cdn.example.com/a";
const noHeader = "No 'Access-Control-Allow-Origin' header is present on the requested resource.";
const typed = [["content-type", "application/json"]] as const;

type Row = readonly [name: string, text: string, read: Partial<Given>];

/** What clients of HTTP print, which names the address at least. */
const clients: readonly Row[] = [
  [
    "Angular, as the console prints it",
    `ERROR HttpErrorResponse {headers: HttpHeaders, status: 0, statusText: 'Unknown Error', url: '${url}', ok: false, …}`,
    { as: "xhr", isPartial: true },
  ],
  ["Angular's message", `Http failure response for ${url}: 0 Unknown Error`, { as: "xhr" }],
  [
    "Angular, as JSON",
    JSON.stringify({
      status: 0,
      url,
      name: "HttpErrorResponse",
      message: `Http failure response for ${url}: 0 Unknown Error`,
    }),
    { as: "xhr" },
  ],
  [
    "Angular, in the log of a phone",
    `⚡️  [error] - {"name":"HttpErrorResponse","message":"Http failure response for ${url}: 0 Unknown Error"}`,
    { as: "xhr" },
  ],
  [
    "axios, as JSON",
    JSON.stringify({
      message: "Network Error",
      name: "AxiosError",
      config: {
        headers: {
          Accept: "application/json, text/plain, */*",
          "Content-Type": "application/json",
        },
        baseURL: "https://api.example.com/v1",
        method: "post",
        url: "/items",
        data: '{"id":1}',
        withCredentials: true,
      },
      code: "ERR_NETWORK",
    }),
    { as: "xhr", method: "POST", body: '{"id":1}', credentials: "include" },
  ],
  [
    "axios, as the console prints it",
    `AxiosError {message: 'Network Error', code: 'ERR_NETWORK', config: {transitional: {…}, adapter: Array(3), transformRequest: Array(1), timeout: 0, method: 'get', url: '${url}'}, request: XMLHttpRequest, …}`,
    { as: "xhr", method: "GET" },
  ],
  [
    "axios, as Node prints it",
    `AxiosError: Network Error\n    at XMLHttpRequest.handleError (axios.js:1689:14) {\n  code: 'ERR_NETWORK',\n  config: {\n    transformRequest: [ [Function: transformRequest] ],\n    method: 'put',\n    url: '${url}',\n    headers: Object [AxiosHeaders] { 'Content-Type': 'application/json' },\n    data: '{"a":1}'\n  }\n}`,
    { method: "PUT", body: '{"a":1}', headers: [["Content-Type", "application/json"]] },
  ],
  ["Dart's http", `ClientException: XMLHttpRequest error., uri=${url}`, { as: "xhr" }],
  ["Dart's http of today", `ClientException: Failed to fetch, uri=${url}`, { as: "fetch" }],
  [
    "dio",
    `DioException [connection error]: The XMLHttpRequest onError callback was called. uri: ${url}`,
    { as: "xhr" },
  ],
  ["a map", `AJAXError: Failed to fetch (0): ${url}`, { as: "fetch" }],
  ["a map of vectors", `Error: Failed to fetch: ${url}`, { as: "fetch" }],
  [
    "a module, in Chromium",
    `TypeError: Failed to fetch dynamically imported module: ${url}`,
    { as: "module" },
  ],
  [
    "a module, in Firefox",
    `TypeError: error loading dynamically imported module: ${url}`,
    { as: "module" },
  ],
  [
    "a texture",
    `THREE.GLTFLoader: Couldn't load texture ${url}`,
    { as: "image", crossorigin: "anonymous" },
  ],
  [
    "an error with the code around it",
    `Unhandled Runtime Error\nTypeError: Failed to fetch\n\n  10 |   async function load() {\n> 11 |       const res = await fetch("${url}", {\n     |                         ^\n  12 |         method: "POST",\n  13 |         headers: { "Content-Type": "application/json" },\n  14 |       });`,
    { kind: "fetch", method: "POST", headers: [["Content-Type", "application/json"]] },
  ],
  [
    "a question with the line and the call",
    `In the browser I get:\n\n    Access to XMLHttpRequest at '${url}' from origin '${page}' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: ${noHeader}\n\nMy code:\n\n    axios.put('${url}', item, { withCredentials: true })\n\nWhat is wrong?`,
    { origin: page, method: "PUT", headers: typed, credentials: "include", isPartial: true },
  ],
  [
    "the same, with a header that the call does not show",
    `Access to XMLHttpRequest at '${url}' from origin '${page}' has been blocked by CORS policy: Request header field x-tenant is not allowed by Access-Control-Allow-Headers in preflight response.\n\naxios.post('${url}', { a: 1 })`,
    { method: "POST", headers: [...typed, ["x-tenant", "1"]] },
  ],
];

/** Errors about a resource that is there, and closed. */
const closed: readonly Row[] = [
  [
    "integrity without crossorigin",
    `Subresource Integrity: The resource '${url}' has an integrity attribute, but the resource requires the request to be CORS enabled to check the integrity, and it is not. The resource has been blocked because the integrity cannot be enforced.`,
    { as: "script", crossorigin: "anonymous" },
  ],
  [
    "sound without crossorigin",
    `MediaElementAudioSource outputs zeroes due to CORS access restrictions for ${url}`,
    { as: "media", crossorigin: "anonymous" },
  ],
  [
    "a worker of another origin",
    `Uncaught SecurityError: Failed to construct 'Worker': Script at '${url}' cannot be accessed from origin '${page}'.`,
    { as: "script", origin: page, mode: "same-origin" },
  ],
  [
    "a worker in a script",
    `const w = new Worker("${url}");`,
    { as: "script", mode: "same-origin" },
  ],
];

/** More ways to write a request down. */
const requests: readonly Row[] = [
  [
    "Nuxt",
    `await useFetch('${url}', { method: 'POST', body: { a: 1 } })`,
    { method: "POST", headers: typed },
  ],
  ["SWR", `const { data } = useSWR("${url}", fetcher)`, { as: "fetch" }],
  [
    "superagent",
    `superagent.post('${url}').set('X-Key', 'k').withCredentials().send({ a: 1 })`,
    {
      method: "POST",
      headers: [...typed, ["X-Key", "k"]],
      body: '{"a":1}',
      credentials: "include",
    },
  ],
  [
    "RTK Query",
    `createApi({ baseQuery: fetchBaseQuery({ baseUrl: '${url}', credentials: 'include' }) })`,
    { as: "fetch", credentials: "include" },
  ],
  [
    "Apollo",
    `new ApolloClient({ link: createHttpLink({ uri: '${url}', credentials: 'include' }) })`,
    { method: "POST", headers: typed, credentials: "include" },
  ],
  [
    "htmx",
    `<button hx-delete="${url}">x</button>`,
    { method: "DELETE", headers: [["hx-request", "true"]] },
  ],
  [
    "a font of a style sheet",
    `@font-face { font-family: Inter; src: url("${url}"); }`,
    { as: "font" },
  ],
  ["a source", `<audio><source src="${url}" type="audio/mpeg"></audio>`, { as: "media" }],
  ["an import", `import { x } from "${url}";`, { as: "module" }],
  ["an import in a call", `const m = await import("${url}")`, { as: "module" }],
  [
    "cURL, with its variables",
    `export API=https://api.example.com\ncurl -H "Authorization: Bearer $TOKEN" $API/v1/items`,
    { kind: "curl", headers: [["Authorization", "Bearer $TOKEN"]] },
  ],
  [
    "cURL, out of HTML",
    `curl &#39;${url}&#39; -H &#39;Origin: ${page}&#39;`,
    { kind: "curl", origin: page },
  ],
  [
    "cURL with its output",
    `$ curl -v ${url} -H 'Origin: ${page}'\n*   Trying 1.2.3.4:443...\n> GET /v1/items HTTP/1.1\n> Host: api.example.com\n>\n< HTTP/1.1 200 OK`,
    { kind: "curl", origin: page, notes: [] },
  ],
  [
    "cURL whose lines lost their backslashes",
    `curl '${url}'\n  -X PUT\n  -H 'content-type: application/json'\n  --data-raw '{\n  "a": 1\n}'`,
    { kind: "curl", method: "PUT", body: '{\n  "a": 1\n}' },
  ],
  [
    "the output of cURL through a proxy",
    `* CONNECT tunnel: HTTP/1.1 negotiated\n> CONNECT api.example.com:443 HTTP/1.1\n> Host: api.example.com:443\n> \n< HTTP/1.1 200 Connection established\n< \n* SSL connection using TLSv1.3\n> DELETE /v1/items HTTP/1.1\n> Host: api.example.com\n> Origin: ${page}\n> \n< HTTP/1.1 403 Forbidden\n`,
    { kind: "headers", method: "DELETE", origin: page },
  ],
  [
    "a Network tab without colons",
    `General\nRequest URL\n${url}\nRequest Method\nPUT\nStatus Code\n403 Forbidden\nResponse headers\nserver\nnginx\nRequest headers\ncontent-type\napplication/json\norigin\n${page}`,
    { method: "PUT", origin: page, headers: typed },
  ],
  [
    "a Network tab that shows provisional headers",
    `Request URL: ${url}\nReferrer Policy: strict-origin-when-cross-origin\nProvisional headers are shown\nLearn more\nAuthorization: Bearer abc\nReferer: ${page}/`,
    { method: "GET", isPartial: true, origin: page, headers: [["Authorization", "Bearer abc"]] },
  ],
  [
    "a request in Firefox's console",
    `XHRPUT${url}\n[HTTP/2 405  120ms]`,
    { kind: "console", profile: "firefox", method: "PUT", status: 405 },
  ],
  [
    "a .http file with variables",
    `@host = https://api.example.com\n\n### items\nPUT {{host}}/v1/items HTTP/1.1\nContent-Type: application/json\n\n{"a":1}`,
    { method: "PUT", body: '{"a":1}' },
  ],
  [
    "Insomnia",
    JSON.stringify({
      _type: "export",
      resources: [
        { _type: "workspace" },
        {
          _type: "request",
          url,
          method: "PATCH",
          headers: [{ name: "Content-Type", value: "application/json" }],
          body: { text: "{}" },
        },
      ],
    }),
    { kind: "postman", method: "PATCH", body: "{}" },
  ],
  [
    "Bruno",
    `meta {\n  name: items\n}\n\npost {\n  url: ${url}\n  body: json\n}\n\nheaders {\n  x-api-key: k\n}\n\nbody:json {\n  { "a": 1 }\n}`,
    { method: "POST", headers: [["x-api-key", "k"], ...typed], body: '{ "a": 1 }' },
  ],
  [
    "one entry of a recording",
    JSON.stringify({
      request: { method: "GET", url, headers: [{ name: "origin", value: page }] },
      response: { status: 500, headers: [] },
    }),
    { kind: "har", origin: page },
  ],
  [
    "a host without its scheme beside an error",
    "api.example.com/v1/items:1  Failed to load resource: net::ERR_NAME_NOT_RESOLVED",
    { kind: "console" },
  ],
  [
    "an instance of axios with headers",
    `const api = axios.create({ baseURL: 'https://api.example.com/v1', headers: { 'X-Tenant': 'a' } });\napi.post('/items', { a: 1 });`,
    { method: "POST", headers: [["X-Tenant", "a"], ...typed] },
  ],
  [
    "cURL of cmd, with its variables",
    `set API=https://api.example.com\ncurl %API%/v1/items -H "Origin: ${page}"`,
    { kind: "curl", origin: page },
  ],
  [
    "the name of an error in Chromium's Network tab",
    `Cross-Origin Resource Sharing error: PreflightMissingAllowOriginHeader ${url}`,
    { kind: "console", said: "acao-missing", headers: typed },
  ],
  [
    "the name of another",
    `Cross-Origin Resource Sharing error: HeaderDisallowedByPreflightResponse ${url}`,
    { kind: "console", said: "header-not-allowed" },
  ],
  [
    "a line that lost the page",
    `Access to XMLHttpRequest at '${url}' from origin has been blocked by CORS policy: ${noHeader}`,
    { as: "xhr", said: "acao-missing" },
  ],
];

describe.each([
  ["an error of a client", clients],
  ["a closed resource", closed],
  ["a request", requests],
] as const)("%s", (_, rows) => {
  it.each(rows)("%s", (__, text, read) => {
    expect(readGiven(text)).toMatchObject({ url, ...read });
  });
});

const alone: readonly (readonly [text: string, read: Partial<Given>, note: RegExp])[] = [
  [`has been blocked by CORS policy: ${noHeader}`, { said: "acao-missing" }, /names no URL/],
  ["TypeError: Failed to fetch (api.example.com)", { kind: "console" }, /told no more/],
  [
    "Uncaught SecurityError: Failed to execute 'toDataURL' on 'HTMLCanvasElement': Tainted canvases may not be exported.",
    { as: "image", crossorigin: "anonymous" },
    /crossorigin="anonymous".*--url/,
  ],
  [
    "Uncaught DOMException: Failed to execute 'texImage2D' on 'WebGLRenderingContext': The image element contains cross-origin data, and may not be loaded.",
    { as: "image" },
    /crossorigin/,
  ],
  [
    "Uncaught DOMException: Failed to read the 'cssRules' property from 'CSSStyleSheet': Cannot access rules",
    { as: "style" },
    /crossorigin/,
  ],
  [
    'Uncaught DOMException: Blocked a frame with origin "https://app.example.com" from accessing a cross-origin frame.',
    {},
    /not CORS.*postMessage\.$/,
  ],
  ['Refused to set unsafe header "Origin"', {}, /drops it.*not why it fails\.$/],
  ["HTTP/2 200 \ncontent-type: application/json\n\n{}", { kind: "headers" }, /--url/],
];

it.each(alone)("%s", (text, read, note) => {
  const given = readGiven(text);
  expect(given).toMatchObject(read);
  expect(given?.url).toBeUndefined();
  expect(given?.notes.join(" ")).toMatch(note);
});

it("keeps that a page wrote no scheme", () => {
  const line = `Access to XMLHttpRequest at 'localhost:5000/api' from origin '${page}' has been blocked by CORS policy: Cross origin requests are only supported for protocol schemes: http, data, chrome, https.`;
  expect(readGiven(line)).toMatchObject({ url: "http://localhost:5000/api", isSchemeless: true });
});

it("keeps a scheme that is none of the web's", () => {
  const line = `Failed to load gs://bucket.example.com/: Cross origin requests are only supported for protocol schemes: http, data, https.`;
  expect(readGiven(line)).toMatchObject({
    url: "gs://bucket.example.com/",
    said: "scheme-not-http",
  });
});

it("keeps that a request outlives its page", () => {
  const call = `fetch("${url}", { method: "POST", keepalive: true, body: "x" })`;
  expect(readGiven(call)).toMatchObject({ keepalive: true, body: "x" });
  expect(readGiven(`<img src="${cdn}">`)).not.toHaveProperty("keepalive");
});
