import { describe, expect, it } from "vitest";
import { inventedWire } from "../../test/invented-wire.ts";
import { explainOver } from "../explain/explain.ts";
import { readScene } from "../explain/scene.ts";
import { readGiven } from "./index.ts";

const url = "https://api.example.com/data";
const page = "https://app.example.com";
/** What every object has without being told. */
const names = [
  "constructor",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "isPrototypeOf",
  "__proto__",
  "__defineGetter__",
];

describe.each(names)("a stranger's word that is %j", (name) => {
  it("is a header", () => {
    const given = readGiven(`curl ${url} -H '${name}: 1' -H 'sec-fetch-dest: ${name}'`);
    expect(given).toMatchObject({ url, headers: [[name, "1"]] });
    expect(given).not.toHaveProperty("as");
  });

  it("is an option of curl", () => {
    expect(readGiven(`curl --${name} ${url}`)).toMatchObject({ url });
  });

  it("is a function that a script calls", () => {
    const script = `const n = x.${name}(); axios.post("${url}", { a: n.${name}() })`;
    expect(readGiven(script)).toMatchObject({ url, method: "POST" });
  });

  it("is what a console line is about", () => {
    const line = `Access to ${name} at '${url}' from origin '${page}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`;
    expect(readGiven(line)).not.toHaveProperty("as");
    expect(
      readGiven(`XMLHttpRequest cannot load ${url} due to access control checks. ${name}`),
    ).toMatchObject({ url });
  });

  it("is a header, an encoding and a body of a response", async () => {
    const question = { url, origin: page };
    const lines: readonly (readonly [string, string])[] = [
      [name, name],
      ["content-encoding", name],
      ["server", name],
    ];
    const wire = inventedWire([{ status: 200, lines, body: name }]);
    const report = await explainOver(question, readScene(question), wire, wire);
    expect(report.cause?.code).toBe("acao-missing");
  });
});
