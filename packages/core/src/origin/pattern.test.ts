import { describe, expect, test } from "vitest";
import { toExpression, toLiteral, toPattern } from "./pattern.ts";

describe("P3: the pattern that a text stands for", () => {
  test.each([
    ["https://myapp.com", "https://myapp.com"],
    ["HTTPS://MyApp.com/", "https://myapp.com"],
    [" https://myapp.com\n", "https://myapp.com"],
    ["https://*.myapp.com:*", "https://*.myapp.com:*"],
    ["https://*.myapp.com:*/", "https://*.myapp.com:*"],
    ["https://myapp.com:443:*", "https://myapp.com:*"],
    ["https://*.1and1.com", "https://*.1and1.com"],
    ["a.b-c+1://home", "a.b-c+1://home"],
    ["myapp.com", "https://myapp.com"],
    ["myapp.com/path", "https://myapp.com"],
    ["//myapp.com", "https://myapp.com"],
    ["*.myapp.com", "https://*.myapp.com"],
    ["//localhost", "http://localhost"],
    ["localhost:3000", "http://localhost:3000"],
    ["*.localhost:3000", "http://*.localhost:3000"],
    ["app.localhost", "http://app.localhost"],
    ["127.0.0.1:8080", "http://127.0.0.1:8080"],
    ["[::1]:3000", "http://[::1]:3000"],
    ["https://*.localhost", "https://*.localhost"],
    ["https://*.localhost.", "https://*.localhost."],
    ["https://*.localhost:3000", "https://*.localhost:3000"],
  ])("of %j is %s", (text, pattern) => {
    expect(toPattern(text)).toBe(pattern);
  });

  test.each([
    ["text before it", "see https://myapp.com"],
    ["text behind it", "https://myapp.com see"],
    ["a space in its host", "https://my app.com"],
    ["one label", "myapp"],
    ["a dot in its path alone", "myapp/index.html"],
    ["a dot in its query alone", "myapp?a.b"],
    ["a dot in its fragment alone", "myapp#a.b"],
    ["slashes before its only dot", "a//b.c"],
    ["no host", "%"],
    ["a port and any port", "https://myapp.com:8443:*"],
    ["any port twice", "https://myapp.com:*:*"],
    ["a star for two labels", "https://*.*.myapp.com"],
    ["a star behind a dot", "https://.*.com"],
    ["an underscore in its scheme", "my_app://home"],
    ["everyone below com", "https://*.com"],
    ["everyone below com, with its dot", "https://*.com."],
    ["names below an address", "https://*.127.0.0.1"],
    ["names below an IPv6 address", "https://*.[::1]"],
    ["names below what ends like localhost", "https://*.mylocalhost"],
    ["names below what begins like localhost", "https://*.localhostx"],
  ])("does not exist for %s: %j", (_, text) => {
    expect(toPattern(text)).toBeUndefined();
  });
});

describe("P3: the RegExp for a star inside a label", () => {
  test.each([
    ["http://192.168.0.*", String.raw`/^http:\/\/192\.168\.0\.\d+$/`],
    ["http://10.*.*.*:*", String.raw`/^http:\/\/10\.\d+\.\d+\.\d+(?::\d+)?$/`],
    ["https://app-*.myapp.com", String.raw`/^https:\/\/app-[a-z0-9-]+\.myapp\.com$/`],
    ["https://*-app.myapp.com", String.raw`/^https:\/\/[a-z0-9-]+-app\.myapp\.com$/`],
    ["https://**-app.myapp.com", String.raw`/^https:\/\/[a-z0-9-]+-app\.myapp\.com$/`],
    ["https://app-*x.myapp.com", String.raw`/^https:\/\/app-[a-z0-9-]+x\.myapp\.com$/`],
    ["https://pr*.myapp.com", String.raw`/^https:\/\/pr[a-z0-9-]+\.myapp\.com$/`],
    ["https://*.x-*.a.b", String.raw`/^https:\/\/[a-z0-9-]+\.x-[a-z0-9-]+\.a\.b$/`],
    ["https://app*.a.b:*", String.raw`/^https:\/\/app[a-z0-9-]+\.a\.b(?::\d+)?$/`],
    ["chrome-extension://*", String.raw`/^chrome-extension:\/\/[a-z0-9-]+$/`],
  ])("of %j is %s", (text, expression) => {
    expect(toExpression(text)).toBe(expression);
  });

  test.each([
    "see http://10.0.0.*",
    "http://10.0.0.*x",
    "http://10.0.*:*:*",
    "http://1",
    "see https://app-*.myapp.com",
    "https://app-*.myapp.com/x",
    "https://app-*.myapp.com:80",
    "app-*.myapp.com",
    "https://*app.myapp.com",
    "https://app-*.com",
    "https://a-*..b",
    "https://*:*",
    "see chrome-extension://*",
    "chrome-extension://*x",
  ])("does not exist for %j", (text) => {
    expect(toExpression(text)).toBeUndefined();
  });
});

describe("P4: the RegExp that a text was meant for", () => {
  test.each([
    ["https://a.b", String.raw`/^https:\/\/a\.b$/`],
    [String.raw`/^https:\/\/a\.b$/`, String.raw`/^https:\/\/a\.b$/`],
    ["^a.b$", String.raw`/^a\.b$/`],
    ["/a.b", String.raw`/^a\.b$/`],
    ["a.b/", String.raw`/^a\.b$/`],
    ["^a.b", String.raw`/^a\.b$/`],
    ["a.b$", String.raw`/^a\.b$/`],
    ["(^a|b$).c/d", String.raw`/^(^a|b$)\.c\/d$/`],
    ["a.*", "/^a.*$/"],
    ["a.+", "/^a.+$/"],
    ["a.?", "/^a.?$/"],
    ["a.{2}b", "/^a.{2}b$/"],
    ["a[./]b.c", String.raw`/^a[./]b\.c$/`],
  ])("of %j is %s", (text, expression) => {
    expect(toLiteral(text)).toBe(expression);
  });
});
