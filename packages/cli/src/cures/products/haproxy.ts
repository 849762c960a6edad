import type { Product } from "../product.ts";
import { lines } from "../text.ts";
import type { Wanted } from "../wanted.ts";
import { corsHeaders, exposeOnly, preflightOnly } from "./headers.ts";

/** HAProxy takes several lines of one name for an "or". */
const isOrigin = "var(txn.cors_origin) -m str";

function haproxyCode(wanted: Wanted): string {
  const isOpen = wanted.everyone && !wanted.credentials;
  return lines(
    "http-request set-var(txn.cors_origin) req.hdr(Origin)",
    "http-request set-var(txn.cors_asks) req.hdr(Access-Control-Request-Method)",
    "acl cors_asks var(txn.cors_asks) -m found",
    ...(isOpen ? [] : wanted.origins.map((origin) => `acl cors_named ${isOrigin} ${origin}`)),
    "http-request return status 204 if METH_OPTIONS cors_asks",
    ...corsHeaders.slice(0, 5).map((name) => `http-after-response del-header ${name}`),
    wanted.everyone && "http-after-response set-header Access-Control-Allow-Origin *",
    !isOpen &&
      `http-after-response set-header Access-Control-Allow-Origin %[var(txn.cors_origin)] if cors_named`,
    wanted.credentials &&
      `http-after-response set-header Access-Control-Allow-Credentials true if cors_named`,
    ...exposeOnly(wanted).map(
      ([name, value]) => `http-after-response set-header ${name} "${value}"`,
    ),
    ...preflightOnly(wanted).map(
      ([name, value]) => `http-after-response set-header ${name} "${value}" if cors_asks`,
    ),
    !isOpen && "http-after-response add-header Vary Origin",
  );
}

export const haproxy: Product = {
  name: "haproxy",
  title: "HAProxy",
  audience: "proxy",
  docs: "https://docs.haproxy.org/2.6/configuration.html#4.2-http-after-response",
  proven: true,
  replaces: true,
  coversFailures: true,
  signs: [{ in: "body", pattern: /^<html><body><h1>\d{3} [^<]+<\/h1>\n/, sure: 3 }],
  allow: (wanted) => ({
    edit: wanted.isSet ? "change" : "add",
    where: "In the frontend, instead of its CORS lines:",
    language: "haproxy",
    code: haproxyCode(wanted),
  }),
};
