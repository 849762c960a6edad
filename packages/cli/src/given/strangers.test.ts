import { describe, expect, it } from "vitest";
import { type Given, readGiven } from "./index.ts";

const url = "https://api.example.com/data";
const typed = [["content-type", "application/json"]] as const;

/** What people have in hand beside a browser's own copies, and what is read out of it. */
const inputs: readonly (readonly [name: string, text: string, read: Partial<Given>])[] = [
  [
    "axios.get",
    `axios.get('${url}', { headers: { 'X-Trace': '1' }, withCredentials: true })`,
    { as: "xhr", method: "GET", headers: [["X-Trace", "1"]], credentials: "include" },
  ],
  [
    "axios.post",
    `const { data } = await axios.post("${url}", { name: "Ann" }, { headers: { Authorization: \`Bearer \${token}\` } });`,
    {
      method: "POST",
      body: '{"name":"Ann"}',
      headers: [...typed, ["Authorization", "Bearer ..."]],
    },
  ],
  [
    "axios with a config",
    `axios({ method: 'put', url: '${url}', data: { a: 1 }, withCredentials: true })`,
    { method: "PUT", body: '{"a":1}', credentials: "include" },
  ],
  [
    "an instance of axios",
    `const api = axios.create({ baseURL: "https://api.example.com/", withCredentials: true });\napi.get("/data")`,
    { credentials: "include" },
  ],
  [
    "a body that exists when the script runs",
    `axios.post("${url}", user)`,
    { method: "POST", isPartial: true },
  ],
  [
    "XMLHttpRequest",
    `var r = new XMLHttpRequest();\nr.open("POST", "${url}", true);\nr.setRequestHeader("content-type", "application/json");\nr.withCredentials = true;\nr.upload.onprogress = show;\nr.send(JSON.stringify({ a: 1 }));`,
    {
      as: "xhr",
      method: "POST",
      headers: [["content-type", "application/json"]],
      body: '{"a":1}',
      credentials: "include",
      uploadProgress: true,
    },
  ],
  [
    "jQuery's ajax",
    `$.ajax({ url: "${url}", type: "DELETE", contentType: "application/json", xhrFields: { withCredentials: true }, success: function (d) { show(d); } });`,
    {
      as: "xhr",
      method: "DELETE",
      headers: [["content-type", "application/json"]],
      credentials: "include",
    },
  ],
  ["jQuery's post", `jQuery.post('${url}', { name: 'Ann' })`, { method: "POST", body: "name=Ann" }],
  ["jQuery's getJSON", `$.getJSON("${url}", function (d) {})`, { as: "xhr" }],
  [
    "Angular's HttpClient",
    `return this.http.post<User>('${url}', { a: 1 }, { headers: new HttpHeaders({ 'X-Key': 'k' }), withCredentials: true });`,
    { as: "xhr", method: "POST", headers: [...typed, ["X-Key", "k"]], credentials: "include" },
  ],
  [
    "Angular in a class",
    `getUsers(): Observable<User[]> {\n  return this.httpClient.get<User[]>("${url}").pipe(catchError(this.handle));\n}`,
    { as: "xhr", method: "GET" },
  ],
  ["ky", `await ky.post("${url}", { json: { a: 1 } }).json()`, { as: "fetch", body: '{"a":1}' }],
  ["ofetch", `await $fetch("${url}", { method: "POST", body: { a: 1 } })`, { method: "POST" }],
  [
    "an event stream",
    `new EventSource("${url}", { withCredentials: true })`,
    { as: "eventsource" },
  ],
  ["a beacon", `navigator.sendBeacon("${url}", "x")`, { as: "beacon", body: "x" }],
  [
    "an image",
    `<img src="${url}" crossorigin="anonymous">`,
    { as: "image", crossorigin: "anonymous" },
  ],
  ["a module", `<script type="module" src="${url}"></script>`, { as: "module" }],
  ["a stylesheet", `<link rel="stylesheet" href='${url}' />`, { as: "style" }],
  [
    "wget",
    `wget --method=PUT --header='Content-Type: application/json' --body-data='{"a":1}' ${url}`,
    {
      kind: "command",
      method: "PUT",
      headers: [["Content-Type", "application/json"]],
      body: '{"a":1}',
    },
  ],
  [
    "wget with an origin",
    `wget -qO- --header "Origin: https://myapp.com" ${url}`,
    { method: "GET", origin: "https://myapp.com" },
  ],
  [
    "HTTPie",
    `http POST ${url} name=Ann age:=3 Origin:https://myapp.com "Authorization:Bearer x"`,
    {
      kind: "command",
      method: "POST",
      origin: "https://myapp.com",
      headers: [["Authorization", "Bearer x"], ...typed],
      body: '{"name":"Ann","age":3}',
    },
  ],
  ["https of HTTPie", "https api.example.com/data", { method: "GET" }],
  ["xh", `xh put ${url} a:=1`, { method: "PUT", body: '{"a":1}' }],
  [
    "a collection of Postman",
    JSON.stringify({
      info: { schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
      item: [
        {
          name: "folder",
          item: [
            {
              name: "Create",
              request: {
                method: "POST",
                header: [
                  { key: "Content-Type", value: "application/json" },
                  { key: "X-Off", value: "1", disabled: true },
                ],
                body: { mode: "raw", raw: "{}" },
                url: { raw: url, host: ["api", "example", "com"], path: ["data"] },
              },
            },
          ],
        },
      ],
    }),
    {
      kind: "postman",
      method: "POST",
      headers: [["Content-Type", "application/json"]],
      body: "{}",
    },
  ],
  [
    "a Network tab, names and values on lines of their own",
    `Request URL:\n${url}\nRequest Method:\nPUT\nStatus Code:\n403 Forbidden\nRemote Address:\n1.2.3.4:443\nserver:\nnginx\norigin:\nhttps://myapp.com\ncontent-type:\napplication/json`,
    { method: "PUT", origin: "https://myapp.com", headers: [["content-type", "application/json"]] },
  ],
  [
    "curl -v over HTTP/2",
    "> GET /data HTTP/2\r\n> Host: api.example.com\r\n> origin: https://myapp.com\r\n> \r\n< HTTP/2 200 \r\n< server: nginx\r\n",
    { method: "GET", origin: "https://myapp.com" },
  ],
];

describe("what strangers have in hand", () => {
  it.each(inputs)("%s", (_, text, read) => {
    expect(readGiven(text)).toMatchObject({ url, ...read });
  });

  it.each([
    "import requests\nrequests.post('https://api.example.com/data', json={'a': 1})",
    "requests.get('https://api.example.com/data')",
  ])("says of %j that no browser sends it", (text) => {
    const { notes } = readGiven(text) ?? { notes: [] };
    expect(notes.join(" ")).toMatch(/Python.*browsers/);
  });

  it("sends nothing that changes something for a body that is not written out", () => {
    const bodies = ["user", "{ name, age: 3 }", "[x]", "JSON.stringify(user)"];
    const read = bodies.map((body) => readGiven(`axios.post("${url}", ${body})`));
    expect(read.map((given) => given?.isPartial ?? false)).toEqual([true, true, true, true]);
  });

  it("takes no route of a server for a request", () => {
    expect(readGiven(`app.get("/data", (req, res) => res.send("x"));`)).toBeUndefined();
  });

  it("leaves out the address of a collection that has variables", () => {
    const item = [{ name: "x", request: { method: "GET", url: { raw: "{{base}}/data" } } }];
    expect(readGiven(JSON.stringify({ info: {}, item }))).toMatchObject({
      notes: [expect.stringContaining("--url")],
    });
  });
});
