import { describe, expect, test } from "vitest";
import { CorsConfigError } from "../config-error.ts";
import { createCors } from "../cors.ts";
import { originsFrom } from "./origins-from.ts";

describe("section 1: originsFrom", () => {
  test.each([
    ["https://a.example"],
    ["https://a.example,https://b.example"],
    [" https://a.example ,, https://b.example\n"],
    ["https://a.example https://b.example"],
    ["https://a.example\n\thttps://b.example\r\n"],
  ])("reads %j", (text) => {
    const origins = originsFrom(text);
    expect(origins[0]).toBe("https://a.example");
    expect(origins.slice(1)).toEqual(text.includes("b.") ? ["https://b.example"] : []);
    expect(createCors({ origin: origins }).allows("https://a.example")).toBe(true);
  });

  test.each([[""], [" \n, "], [undefined]])(
    "refuses %j: an unset variable opens nothing",
    (text) => {
      expect(() => originsFrom(text)).toThrow(CorsConfigError);
      expect(() => originsFrom(text)).toThrow(/^[^]*origin: missing [^]*write /);
    },
  );

  test("leaves the judgement to createCors", () => {
    expect(() => createCors({ origin: originsFrom("*,null") })).toThrow(/\[0\]: prohibited/);
  });
});
