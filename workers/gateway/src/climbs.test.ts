import { describe, expect, it } from "vitest";
import { climbs } from "./climbs.ts";

describe("climbs", () => {
  it.each([
    ["an encoded slash", "/..%2fadmin"],
    ["an encoded slash at the end", "/a/..%2F"],
    ["an encoded backslash", "/a/..%5cadmin"],
    ["dots encoded twice", "/%252e%252e/admin"],
    ["a parameter", "/..;/admin"],
    ["what ends a text in C", "/..%00/admin"],
    ["what Windows trims", "/..%20/admin"],
    ["what URL parsers drop", "/..%09/admin"],
    ["what URL parsers drop, between dots", "/.%0d%0a./admin"],
    ["a query to those who decode first", "/..%3f/admin"],
    ["a fragment to those who decode first", "/..%23/admin"],
    ["a slash of two bytes", "/..%c0%afadmin"],
    ["a slash of two bytes before", "/a%C0%AF../admin"],
    ["a backslash of two bytes", "/a%c1%9c../admin"],
    ["a slash of three bytes", "/..%e0%80%afadmin"],
    ["a slash of four bytes", "/a%f0%80%80%af../admin"],
    ["dots of two bytes", "/%c0%ae%c0%ae/admin"],
    ["a slash as IIS has it", "/..%u002fadmin"],
    ["a slash as IIS has it, before", "/a%u002F../admin"],
    ["dots as IIS has them", "/%u002e%u002e/admin"],
    ["what no one can tell", "/..%ff/admin"],
    ["two bytes, encoded twice", "/..%25c0%25af"],
  ])("is true of %s: %s", (_, path) => {
    expect(climbs(path)).toBe(true);
  });

  it.each([
    "/",
    "/a..b/c",
    "/group%2Fproject",
    "/...",
    "/a%20..b",
    "/..a",
    "/..-",
    "/..%61",
    "/100%",
    "/a%00b",
    "/caf%c3%a9",
    "/%e2%80%a6/a%20b%3fc",
    "/%u00e9",
  ])("is false of %s", (path) => {
    expect(climbs(path)).toBe(false);
  });
});
