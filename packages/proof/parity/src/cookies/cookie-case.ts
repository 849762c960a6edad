import type { Random } from "../generator/random.ts";
import { createRandom } from "../generator/random.ts";

/** Hosts by what they are to the page; every name below `.localhost` is on loopback. */
export const hosts = {
  own: "www.site-a.localhost",
  sameSite: "api.site-a.localhost",
  crossSite: "www.site-b.localhost",
  crossSibling: "api.site-b.localhost",
} as const;

/** One of the hosts. */
export type HostName = keyof typeof hosts;

/** The other host of each one's site. */
export const siblings: Readonly<Record<HostName, HostName>> = {
  own: "sameSite",
  sameSite: "own",
  crossSite: "crossSibling",
  crossSibling: "crossSite",
};

/** An answer that sets one cookie, and who asks for it. */
export interface CookieCase {
  readonly id: string;
  readonly host: HostName;
  readonly credentials: "omit" | "same-origin" | "include";
  readonly line: string;
}

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
  const prefix = random.weigh([
    [12, ""],
    [1.5, "__Host-"],
    [1.5, "__Secure-"],
    [0.5, "__host-"],
  ]);
  const pair = random.weigh([
    [30, `${prefix}${id}=v${id}`],
    [1, ` ${prefix}${id} = v${id} `],
    [0.5, `${prefix}${id}=${"v".repeat(4100)}`],
    [0.5, `${prefix}${id}=v\u0001${id}`],
  ]);
  return { id, host, credentials, line: [pair, ...attributes(host, random)].join("; ") };
}

const sameSites = [
  "SameSite=None",
  "SameSite=Lax",
  "SameSite=Strict",
  "samesite=none",
  "SameSite=bogus",
  "SameSite",
] as const;
const lifetimes = [
  "Max-Age=100",
  "Max-Age=0",
  "Max-Age=-1",
  "Expires=Wed, 01 Jan 2020 00:00:00 GMT",
  "Expires=Fri, 01 Jan 2038 00:00:00 GMT",
] as const;
const paths = ["Path=/", "Path=/c", "Path=/other", "Path=none", "Path"] as const;

function attributes(host: HostName, random: Random): readonly string[] {
  const domains = [
    "site-a.localhost",
    "site-b.localhost",
    ".site-b.localhost",
    hosts[host],
    "localhost",
    "other.test",
    "",
  ] as const;
  return [
    ...(random.chance(0.75) ? [random.pick(sameSites)] : []),
    ...(random.chance(0.65) ? ["Secure"] : []),
    ...(random.chance(0.25) ? [random.pick(lifetimes)] : []),
    ...(random.chance(0.4) ? [random.pick(paths)] : []),
    ...(random.chance(0.3) ? [`Domain=${random.pick(domains)}`] : []),
    ...(random.chance(0.2) ? ["Partitioned"] : []),
    ...(random.chance(0.2) ? ["HttpOnly"] : []),
  ];
}
