import { describe, expect, it } from "vitest";
import { answerKey, isWhollyKeyed } from "./answer-key.ts";

const URL_ASKED = "https://gateway.example/users?page=2";
const TOLD = { accept: "*/*", "user-agent": "a" };

async function keyOf(told: Record<string, string> = TOLD, generation = "1", url = URL_ASKED) {
  return answerKey(url, generation, new Headers(told));
}

describe("answerKey", () => {
  it("is a URL at the gateway, and says nothing of what it is made of", async () => {
    expect(await keyOf()).toMatch(/^https:\/\/gateway\.example\/[\da-f]{64}$/u);
  });

  it.each<[string, Record<string, string>]>([
    ["another order", { "User-Agent": "a", Accept: "*/*" }],
    ["a coding", { ...TOLD, "accept-encoding": "br" }],
    ["a condition", { ...TOLD, "if-none-match": '"a"' }],
    ["a part", { ...TOLD, range: "bytes=0-1" }],
    ["a wish", { ...TOLD, "cache-control": "max-age=9", pragma: "x" }],
  ])("is the same with %s", async (_, told) => {
    expect(await keyOf(told)).toBe(await keyOf());
  });

  it("is another one with another URL, generation, field or value", async () => {
    const keys = await Promise.all([
      keyOf(),
      keyOf(TOLD, "2"),
      keyOf(TOLD, "1", "https://gateway.example/users?page=3"),
      keyOf({ ...TOLD, "user-agent": "b" }),
      keyOf({ ...TOLD, via: "1.1 a" }),
      keyOf({ ...TOLD, "x-forwarded-for": "1.2.3.4" }),
      keyOf({ ...TOLD, "cf-ray": "1" }),
      keyOf({ accept: "*/*" }),
      keyOf({ accept: '*/*"],["user-agent","a' }),
    ]);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("isWhollyKeyed", () => {
  it.each<[boolean, Record<string, string>]>([
    [true, TOLD],
    [true, { ...TOLD, "x-forwarded-for": "1.2.3.4" }],
    [false, { ...TOLD, "if-none-match": '"a"' }],
    [false, { ...TOLD, "cache-control": "no-cache" }],
  ])("%s: %j", (expected, told) => {
    expect(isWhollyKeyed(new Headers(told))).toBe(expected);
  });
});
