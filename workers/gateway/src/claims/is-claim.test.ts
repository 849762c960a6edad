import { describe, expect, it } from "vitest";
import { FAMILIES, isClaim } from "./is-claim.ts";

const MARKS = ["-", "_", ".", "~", "*", "!"];

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
  "x-forwarded-made-up",
  "x-original-url",
  "x-original-forwarded-for",
  "x-rewrite-url",
  "client-cert-chain",
  "x-ssl-client-verify",
  "cf-access-authenticated-user-email",
  "cf-access-jwt-assertion",
  "cf-connecting-ip",
  "cf-ray",
  "x-goog-iap-jwt-assertion",
  "x-goog-authenticated-user-email",
  "x-amzn-oidc-data",
  "x-amzn-oidc-identity",
  "x-ms-client-principal",
  "x-ms-client-principal-name",
  "x-ms-token-aad-id-token",
  "tailscale-user-login",
  "x-authentik-username",
  "x-pomerium-jwt-assertion",
  "x-pomerium-claim-email",
  "x-envoy-external-address",
  "x-envoy-internal",
  "x-vercel-forwarded-for",
  "x-middleware-subrequest",
  "x-nextjs-data",
  "x-consumer-username",
  "x-jwt-payload",
  "teleport-jwt-assertion",
  "x-appengine-user-email",
  "oidc-claim-sub",
  "sm-user",
  "$wsru",
  "wl-proxy-client-cert",
];

const NONE = [
  "accept",
  "api_key",
  "apikey",
  "authorization",
  "content-type",
  "cookie",
  "dpop",
  "grpc-timeout",
  "hx-request",
  "idempotency-key",
  "mcp-session-id",
  "next-action",
  "next-router-state-tree",
  "ngrok-skip-browser-warning",
  "ocp-apim-subscription-key",
  "origin",
  "rsc",
  "traceparent",
  "via",
  "x-amz-date",
  "x-amz-security-token",
  "x-api-key",
  "x-auth-token",
  "x-client-info",
  "x-csrf-token",
  "x-goog-api-key",
  "x-grpc-web",
  "x-hasura-admin-secret",
  "x-hostname",
  "x-http-method-override",
  "x-originality",
  "x-own",
  "x-rapidapi-key",
  "x-request-id",
  "x-requested-with",
  "x-sveltekit-action",
  "x-trpc-source",
  "x-xsrf-token",
  "x-zip",
];

describe("isClaim", () => {
  it.each(CLAIMS)("%s is one, with any other mark for its hyphens too", (name) => {
    expect(isClaim(name)).toBe(true);
    for (const mark of MARKS) {
      expect(isClaim(name.replaceAll("-", mark))).toBe(true);
      expect(isClaim(name.replace("-", mark))).toBe(true);
    }
  });

  it.each(NONE)("%s is none", (name) => {
    expect(isClaim(name)).toBe(false);
  });
});

describe.each(FAMILIES)("the family of $product", ({ documentation, fields }) => {
  it("says where it is documented, and names fields in lower case", () => {
    expect(URL.parse(documentation)?.protocol).toBe("https:");
    expect(fields.length).toBeGreaterThan(0);
    for (const field of fields) {
      expect(field).toMatch(/^(?:\*?[!#$%&'+.^_`|~a-z\d-]{3,}|[!#$%&'+.^_`|~a-z\d-]{3,}\*?)$/u);
    }
  });

  it.each(fields)("%s is dropped, whatever stands for its star", (field) => {
    const names = ["", "a", "user-email", "0"].map((text) => field.replace("*", text));
    expect(names.map(isClaim)).toEqual(names.map(() => true));
  });
});

it("no product is listed twice", () => {
  const products = FAMILIES.map(({ product }) => product);
  expect(new Set(products).size).toBe(products.length);
});
