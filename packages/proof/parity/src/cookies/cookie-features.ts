import type { CookieCase } from "@crossgate/browser/fixtures/cookies";
import {
  oddDomains,
  oddFlags,
  oddLifetimes,
  oddPaths,
} from "@crossgate/browser/fixtures/tables/cookies";
import { domainsOf, lifetimes, paths, sameSites } from "./cookie-case.ts";

const pairs: Readonly<Record<string, RegExp>> = {
  "a plain pair": /^(?:__(?:Host|Secure)-)?k[0-9]+=v[0-9k]/i,
  "blanks around name and value": /^ /,
  "a value that is too long": /=v{4100}/,
  // oxlint-disable-next-line no-control-regex -- this is the one
  "a control character": /\u0001/,
  "a quoted value": /^[^;]*="/,
  "no name": /^(?:=|[^=;]*(?:;|$))/,
  "a tab": /^\t/,
};
const names = ["__Host-", "__Secure-", "__Http-", "__Host-Http-"] as const;
const credentials = ["omit", "same-origin", "include"] as const;
const flags = ["Secure", "Partitioned", "HttpOnly"] as const;

/** Forms that few servers write, by their kind: each is one of many. */
const odd: Readonly<Record<string, readonly string[]>> = {
  "an odd lifetime": oddLifetimes,
  "an odd flag": oddFlags,
  "an odd path": oddPaths,
  "an odd Domain": oddDomains.map((domain) => `Domain=${domain}`),
};

/** What WebKitGTK is not asked: it leaves cookies to libsoup, which Safari does not have. */
export const oddCookieFeatures: readonly string[] = [...Object.keys(odd), "no name", "a tab"];

/** Every feature that the generator of cookies is made for. A long run has each often enough. */
export const cookieFeatures: readonly string[] = [
  "server at own",
  "server at sameSite",
  "server at crossSite",
  ...credentials.map((mode) => `credentials ${mode}`),
  ...names.map((name) => `prefix ${name}`),
  ...Object.keys(pairs),
  ...sameSites,
  ...lifetimes,
  ...paths,
  ...flags,
  ...["SameSite", "Secure", "Path", "Domain"].map((name) => `no ${name}`),
  ...Object.keys(domainsOf("own")).map((name) => `Domain: ${name}`),
  ...Object.keys(odd),
  "an attribute twice",
  "attributes in capitals",
];

/** The features of one cookie. */
export function cookieFeaturesOf({ host, credentials: mode, line }: CookieCase): readonly string[] {
  const [pair = "", ...attributes] = line.split("; ");
  const keys = attributes.map((one) => (one.split("=")[0] ?? "").toLowerCase());
  const lower = attributes.map((one) => one.toLowerCase());
  const known = [...sameSites, ...lifetimes, ...paths, ...flags];
  const domains = Object.entries(domainsOf(host));
  const isShouted = attributes.some((one) => one.length > 4 && one === one.toUpperCase());
  return [
    `server at ${host}`,
    `credentials ${mode}`,
    ...names.filter((name) => pair.startsWith(name)).map((name) => `prefix ${name}`),
    ...Object.entries(pairs).flatMap(([name, shape]) => (shape.test(line) ? [name] : [])),
    // Two ways to write one attribute differ in case alone.
    ...known.filter(
      (one) => attributes.includes(one) || (isShouted && lower.includes(one.toLowerCase())),
    ),
    ...["SameSite", "Secure", "Path", "Domain"]
      .filter((name) => !keys.includes(name.toLowerCase()))
      .map((name) => `no ${name}`),
    ...domains
      .filter(([, value]) => lower.includes(`domain=${value}`))
      .map(([name]) => `Domain: ${name}`),
    ...Object.entries(odd)
      .filter(([, forms]) => forms.some((form) => lower.includes(form.toLowerCase())))
      .map(([name]) => name),
    ...(new Set(keys).size < keys.length ? ["an attribute twice"] : []),
    ...(isShouted ? ["attributes in capitals"] : []),
  ];
}
