import { describe, expect, it } from "vitest";
import { SettingReader } from "./setting-reader.ts";
import { readUpstreamUrl, UpstreamUrl } from "./upstream-url.ts";

function read(text: unknown, isInsecureAllowed = false): string | undefined {
  const reader = new SettingReader<"UPSTREAM">({});
  const url = readUpstreamUrl(text, reader, isInsecureAllowed);
  return url?.href ?? reader.issues.map(({ name, message }) => `${name}: ${message}`).join();
}

describe("readUpstreamUrl", () => {
  it.each([
    ["https://api.example.com", "https://api.example.com/"],
    ["https://api.example.com/v1/", "https://api.example.com/v1/"],
    ["http://localhost:3000", "http://localhost:3000/"],
    ["http://127.0.0.1:3000", "http://127.0.0.1:3000/"],
    ["http://[::1]:3000", "http://[::1]:3000/"],
  ])("takes %s", (text, url) => {
    expect(read(text)).toBe(url);
  });

  it.each([
    [undefined, /^UPSTREAM: missing; write a URL, such as/u],
    ["", /^UPSTREAM: missing/u],
    ["api.example.com", /^UPSTREAM: no URL; write a URL, such as/u],
    ["ftp://api.example.com", /^UPSTREAM: neither https: nor http:; write a URL, such as/u],
    [3000, /^UPSTREAM: no URL/u],
    ["https://me:secret@api.example.com", /^UPSTREAM: has a name or password in it/u],
    ["https://api.example.com/?key=1", /leave out "\?" and "#"/u],
    ["https://api.example.com/#top", /leave out/u],
    ["http://api.example.com", /prohibited .*DANGEROUSLY_ALLOW_INSECURE_UPSTREAM/u],
    ["http://localhost.evil.com", /prohibited/u],
  ])("refuses %j", (text, message) => {
    expect(read(text)).toMatch(message);
  });

  it.each([
    "ftp://user:secret@h",
    "user:secret@api.example.com",
    "https://user:secret@api.exa mple.com",
    "https://user:secret@api.example.com?#",
    "https://api.example.com/?key=secret",
    "http://user:secret@api.example.com",
    "http://api.example.com/secret/",
  ])("refuses %j without a word of what may be secret", (text) => {
    expect(read(text)).toMatch(/^UPSTREAM: (?!.*secret)/u);
  });

  it("takes http: where it is asked to", () => {
    expect(read("http://api.example.com", true)).toBe("http://api.example.com/");
  });
});

describe("a request", () => {
  const upstream = new UpstreamUrl(new URL("https://api.example.com/v1/"));

  it.each([
    ["https://gateway.example/users?page=2", "https://api.example.com/v1/users?page=2"],
    ["https://gateway.example/", "https://api.example.com/v1/"],
    ["https://gateway.example//evil.com/x", "https://api.example.com/v1//evil.com/x"],
    ["https://gateway.example/\\evil.com", "https://api.example.com/v1//evil.com"],
    ["https://gateway.example/%2e%2e/admin", "https://api.example.com/v1/admin"],
    ["https://gateway.example/@evil.com", "https://api.example.com/v1/@evil.com"],
    ["http://evil.com/absolute-form", "https://api.example.com/v1/absolute-form"],
    ["https://gateway.example/a%2Fb%20c?q=%2F", "https://api.example.com/v1/a%2Fb%20c?q=%2F"],
  ])("%s goes to %s", (requested, sent) => {
    expect(upstream.at(new URL(requested))).toBe(sent);
  });
});
