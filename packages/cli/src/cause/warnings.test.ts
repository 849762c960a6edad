import { expect, it } from "vitest";
import { inventedWire } from "../../test/invented-wire.ts";
import { explainOver } from "../explain/explain.ts";
import { readScene } from "../explain/scene.ts";

/** What is warned of where a response sets a cookie. */
async function warned(page: string, cookie: string): Promise<readonly string[]> {
  const question = {
    url: "https://api.example.com/data",
    origin: page,
    credentials: "include",
  } as const;
  const lines = [
    ["access-control-allow-origin", page],
    ["access-control-allow-credentials", "true"],
    ["vary", "Origin"],
    ["set-cookie", cookie],
  ] as const;
  const wire = inventedWire([{ status: 200, body: "data", lines }]);
  const { warnings } = await explainOver(question, readScene(question), wire, undefined);
  return warnings.map(({ code }) => code);
}

it.each([
  ["https://app.other.example", "sid=1; Secure; SameSite=None", ["third-party-cookie"]],
  // Where no browser keeps it, that is the cause and no warning.
  ["https://app.other.example", "sid=1", []],
  ["https://app.other.example", "sid=1; Secure; SameSite=None; Partitioned", []],
  ["https://app.example.com", "sid=1; Secure; SameSite=None", []],
])("a page of %s, and the cookie %s: %j", async (page, cookie, expected) => {
  expect(await warned(page, cookie)).toEqual(expected);
});
