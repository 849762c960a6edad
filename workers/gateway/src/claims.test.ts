import { describe, expect, it } from "vitest";
import { isClaim } from "./claims.ts";

const CLAIMS = [
  "forwarded",
  "host",
  "proxy",
  "client-ip",
  "true-client-ip",
  "fastly-client-ip",
  "x-client-ip",
  "x-cluster-client-ip",
  "x-azure-clientip",
  "x-real-ip",
  "x-remote-ip",
  "remote-addr",
  "remote-user",
  "x-remote-user",
  "x-authenticated-user",
  "x-auth-request-email",
  "x-webauth-user",
  "x-forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-user",
  "x-forwarded-email",
  "x-forwarded-client-cert",
  "x-forwarded-ssl",
  "x-forwarded-uri",
  "x-forwarded-path",
  "x-forwarded-made-up",
  "x-original-host",
  "x-original-url",
  "x-original-forwarded-for",
  "x-originating-ip",
  "x-rewrite-url",
  "x-host",
  "client-cert",
  "client-cert-chain",
  "x-ssl-client-verify",
  "cf-access-authenticated-user-email",
];

describe("isClaim", () => {
  it.each(CLAIMS)("%s is one, with underscores too", (name) => {
    expect(isClaim(name)).toBe(true);
    expect(isClaim(name.replaceAll("-", "_"))).toBe(true);
    expect(isClaim(name.replace("-", "_"))).toBe(true);
  });

  it("a field of the edge is one in a spelling that the edge does not write", () => {
    expect(isClaim("cf-connecting-ip")).toBe(false);
    expect(isClaim("cf_connecting_ip")).toBe(true);
    expect(isClaim("cf-connecting_ip")).toBe(true);
  });

  it.each([
    "accept",
    "api_key",
    "authorization",
    "cf-access-jwt-assertion",
    "cf-ray",
    "cookie",
    "origin",
    "via",
    "x-hostname",
    "x-originality",
    "x-own",
    "x-requested-with",
    "x-zip",
  ])("%s is none", (name) => {
    expect(isClaim(name)).toBe(false);
  });
});
