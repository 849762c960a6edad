import type { CookieCase, HostName } from "@crossgate/browser/fixtures/cookies";
import { hosts } from "@crossgate/browser/fixtures/cookies";
import {
  oddDomains,
  oddFlags,
  oddLifetimes,
  oddPaths,
} from "@crossgate/browser/fixtures/tables/cookies";
import type { Random } from "../generator/random.ts";
import { createRandom } from "../generator/random.ts";

/** Cases without end, the same for the same seed. */
export function* generateCookies(seed: number): Generator<CookieCase, never> {
  for (let index = 0; ; index += 1) {
    yield cookieCase(`k${index}`, createRandom(Math.imul(seed, 1_000_003) + index));
  }
}

function cookieCase(id: string, random: Random): CookieCase {
  const host = random.weigh<HostName>([
    [4, "own"],
    [4, "sameSite"],
    [9, "crossSite"],
  ]);
  const credentials = random.weigh<CookieCase["credentials"]>([
    [10, "include"],
    [2, "same-origin"],
    [1, "omit"],
  ]);
  const prefix = random.weigh(prefixes);
  const pair = random.weigh([
    [30, `${prefix}${id}=v${id}`],
    [1.7, ` ${prefix}${id} = v${id} `],
    [1.7, `${prefix}${id}=${"v".repeat(4100)}`],
    [1.7, `${prefix}${id}=v\u0001${id}`],
    [1.7, `${prefix}${id}="v${id}"`],
    [1, `=${prefix}${id}=v`],
    [1, `${prefix}${id}`],
    [0.5, `${prefix}${id}=`],
    [1.3, `\t${prefix}${id}\t=\tv`],
    [0.5, `${prefix}${id}=a=b`],
    [0.5, `${prefix}${id}=a,b`],
  ]);
  return { id, host, credentials, line: [pair, ...attributes(host, random)].join("; ") };
}

/** What names begin with. */
const prefixes = [
  [12, ""],
  [1.2, "__Host-"],
  [1.2, "__Secure-"],
  [1.2, "__Http-"],
  [1.2, "__Host-Http-"],
  [0.5, "__host-"],
  [0.5, "__HOST-HTTP-"],
  [0.5, "__SECURE-"],
] as const;
/** Ways to write `SameSite`. */
export const sameSites = [
  "SameSite=None",
  "SameSite=Lax",
  "SameSite=Strict",
  "samesite=none",
  "SameSite=bogus",
  "SameSite",
] as const;
/** Ways to end. */
export const lifetimes = [
  "Max-Age=100",
  "Max-Age=0",
  "Max-Age=-1",
  "Max-Age=bogus",
  "Expires=Wed, 01 Jan 2020 00:00:00 GMT",
  "Expires=Fri, 01 Jan 2038 00:00:00 GMT",
  "Expires=bogus",
] as const;
/** Paths a server can name. */
export const paths = ["Path=/", "Path=/c", "Path=/other", "Path=none", "Path"] as const;

/** What a server can name as the domain, by what it is to the host. */
export function domainsOf(host: HostName): Readonly<Record<string, string>> {
  return {
    "site-a": "site-a.localhost",
    "site-b": "site-b.localhost",
    "site-b with a dot": ".site-b.localhost",
    "the host": hosts[host],
    "a public suffix": "localhost",
    "another domain": "other.test",
    nothing: "",
  };
}

function attributes(host: HostName, random: Random): readonly string[] {
  const [domain = "", ...domains] = Object.values(domainsOf(host));
  const given = [
    ...(random.chance(0.75) ? [random.pick(sameSites)] : []),
    ...(random.chance(0.65) ? ["Secure"] : []),
    ...(random.chance(0.35) ? [random.pick(lifetimes)] : []),
    ...(random.chance(0.4) ? [random.pick(paths)] : []),
    ...(random.chance(0.35) ? [`Domain=${random.pick([domain, ...domains])}`] : []),
    ...(random.chance(0.2) ? ["Partitioned"] : []),
    ...(random.chance(0.2) ? ["HttpOnly"] : []),
    ...(random.chance(0.15) ? [random.pick(oddLifetimes)] : []),
    ...(random.chance(0.06) ? [random.pick(oddFlags)] : []),
    ...(random.chance(0.06) ? [random.pick(oddPaths)] : []),
    ...(random.chance(0.06) ? [`Domain=${random.pick(oddDomains)}`] : []),
  ];
  if (random.chance(0.05)) given.push(random.pick(lifetimes), random.pick(lifetimes));
  if (random.chance(0.08)) given.push(random.pick([...sameSites, ...paths, ...lifetimes]));
  return random.chance(0.1) ? given.map((one) => one.toUpperCase()) : given;
}
