import { describe, expect, it } from "vitest";
import { type Given, readGiven } from "../index.ts";

const url = "https://api.example.com/v1/items";
const asked: Partial<Given> = {
  kind: "fetch",
  url,
  method: "PUT",
  headers: [["x-a", "1"]],
  credentials: "include",
};
const init = '{ method: "PUT", headers: { "x-a": "1" }, credentials: "include" }';

/** One request in the ways in which scripts write it. */
const same: Readonly<Record<string, string>> = {
  "in TypeScript": `const answer: Response = await fetch("${url}", { method: "PUT", headers: { "x-a": "1" } as Record<string, string>, credentials: "include" satisfies RequestCredentials });`,
  "with a type argument": `const items = await request<Item[]>(fetch<Item>("${url}", ${init}));\nconst x: number = 1;`,
  "in JSX": `useEffect(() => { fetch("${url}", ${init}).then(setItems) }, []);\nreturn <ul>{items.map((item) => <li>it's {item}</li>)}</ul>;`,
  "in a page": `<script>\n  fetch("${url}", ${init});\n</script>`,
  "cut in front": `.then(() => fetch("${url}", ${init}))`,
  "cut behind": `await fetch("${url}", { method: "PUT", credentials: "include", headers: { "x-a": "1",`,
  "of a Request": `fetch(new Request("${url}", ${init}))`,
  "of named options": `const options = ${init};\nconst url = "${url}";\nfetch(url, options)`,
  "of named options in TypeScript": `const options: RequestInit = ${init};\nconst url: string = "${url}";\nfetch(url!, options as RequestInit)`,
  "with Headers": `const headers = new Headers();\nheaders.append("x-a", "1");\nfetch("${url}", { method: "PUT", headers, credentials: "include" })`,
  "with a default address": `fetch(import.meta.env.API ?? "${url}", ${init})`,
  "behind a commented one": `// fetch("https://wrong.example/")\nconst a: string = "";\nfetch("${url}", ${init})`,
  "with an error's words": `fetch("${url}", ${init}).catch(() => alert("Failed to fetch: Network Error"))`,
};

it.each(Object.entries(same))("a call of fetch %s", (_, text) => {
  expect(readGiven(text)).toMatchObject(asked);
});

describe("a call of fetch", () => {
  it.each([
    ['fetch("/api/items")', "/api/items is relative"],
    ["fetch(`${base}/items`)", "not written out"],
    ["fetch(url, options)", "not written out"],
  ])("says where its address is missing: %s", (text, note) => {
    const given = readGiven(text);
    expect(given).toMatchObject({ kind: "fetch" });
    expect(given?.url).toBeUndefined();
    expect(given?.notes.join()).toContain(note);
  });

  it.each([
    [`fetch("${url}", { method: "POST", body: form })`, "body"],
    [`fetch("${url}", { method, headers })`, "method"],
    [`fetch("${url}", options)`, "options"],
    [`fetch("${url}", { method: "DELETE", headers })`, "headers"],
  ])("is a part only where something is not written out: %s", (text, gap) => {
    const given = readGiven(text);
    expect(given).toMatchObject({ url, isPartial: true });
    expect(given?.notes.join()).toContain(`The ${gap} `);
  });

  it("keeps a response's header that the page sends, quoted as it is", () => {
    const text = `fetch("${url}", { headers: { "Access-Control-Allow-Origin": "*" } })`;
    expect(readGiven(text)).toMatchObject({
      kind: "fetch",
      headers: [["Access-Control-Allow-Origin", "*"]],
    });
  });

  it("takes the page from a console line beside it", () => {
    const line = `Access to fetch at '${url}' from origin 'https://app.example.com' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`;
    expect(readGiven(`fetch("${url}", ${init})\n\n${line}`)).toMatchObject({
      ...asked,
      origin: "https://app.example.com",
    });
  });
});
