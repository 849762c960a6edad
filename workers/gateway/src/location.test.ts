import { describe, expect, it } from "vitest";
import { locationForVisitor } from "./location.ts";
import { UpstreamUrl } from "./upstream-url.ts";

const UPSTREAM = new UpstreamUrl(new URL("https://api.example.com/v1"));
const ANSWERED = new URL("https://api.example.com/v1/users");
const REQUESTED = new URL("https://gateway.example/users");

describe("locationForVisitor", () => {
  it.each([
    ["/v1/users/", "https://gateway.example/users/"],
    ["users/7?a=b#c", "https://gateway.example/users/7?a=b#c"],
    ["https://api.example.com/v1/login", "https://gateway.example/login"],
    ["http://api.example.com/v1/login", "https://gateway.example/login"],
    ["//api.example.com/v1", "https://gateway.example/"],
    ["/v1//evil.com", "https://gateway.example//evil.com"],
    ["?page=2", "https://gateway.example/users?page=2"],
  ])("%s is the gateway's %s", (location, expected) => {
    expect(locationForVisitor(location, UPSTREAM, ANSWERED, REQUESTED)).toBe(expected);
  });

  it.each([
    ["/v10/users", "https://api.example.com/v10/users"],
    ["/login", "https://api.example.com/login"],
  ])("%s is beyond what the gateway shows: %s", (location, expected) => {
    expect(locationForVisitor(location, UPSTREAM, ANSWERED, REQUESTED)).toBe(expected);
  });

  it.each([
    "https://login.example.com/",
    "https://api.example.com:8443/v1/",
    "https://api.example.com.evil.com/v1",
    "myapp://callback",
    "https://[",
  ])("%s stays", (location) => {
    expect(locationForVisitor(location, UPSTREAM, ANSWERED, REQUESTED)).toBe(location);
  });
});
