import { getDomain } from "tldts";
import { originWarnings } from "../lint/origin-warnings.ts";
import type { SeenOrigin } from "./report.ts";

/** Fewer hosts are named one by one. */
const fewestHosts = 3;

/** A pattern that could stand for several origins of one domain. */
export interface Family {
  readonly pattern: string;
  /** Of the origins it was made from. */
  readonly hosts: number;
}

interface Parts {
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
}

function partsOf(origin: string): Parts | undefined {
  const [, scheme = "", host = "", port = ""] =
    /^(https:\/\/)([a-z\d._-]+)(:\d+)?$/.exec(origin) ?? [];
  return scheme === "" ? undefined : { scheme, host, port };
}

/** The pattern over all hosts of an origin's registrable domain. */
export function familyOf(origin: string): string | undefined {
  const parts = partsOf(origin);
  const domain = parts && domainOf(parts.host);
  if (!parts || !domain || domain === parts.host) return undefined;
  return `${parts.scheme}*.${domain}${parts.port}`;
}

/**
 * The narrowest patterns that each stand for three hosts or more of one registrable domain, on one
 * port. None is over a public suffix or shared hosting.
 */
export function familiesOf(origins: readonly SeenOrigin[]): readonly Family[] {
  const hosts = new Map<string, Set<string>>();
  for (const { origin } of origins) {
    for (const pattern of patternsOver(origin)) {
      const below = hosts.get(pattern) ?? new Set();
      hosts.set(pattern, below.add(origin));
    }
  }
  const found: Family[] = [];
  const named = new Set<string>();
  const deepestFirst = [...hosts].toSorted(([one], [other]) => depth(other) - depth(one));
  for (const [pattern, below] of deepestFirst) {
    const open = [...below].filter((origin) => !named.has(origin));
    if (open.length < fewestHosts || !isOurs(pattern)) continue;
    for (const origin of open) named.add(origin);
    found.push({ pattern, hosts: below.size });
  }
  // A pattern over another one stands for it too.
  const patterns = new Set(found.map(({ pattern }) => pattern));
  return found.filter(({ pattern }) => {
    return !patternsOver(pattern.replace("*.", "")).some((over) => patterns.has(over));
  });
}

/** Every pattern that an origin fits, up to its registrable domain. */
export function patternsOver(origin: string): readonly string[] {
  const parts = partsOf(origin);
  const domain = parts && domainOf(parts.host);
  if (!parts || !domain) return [];
  const patterns: string[] = [];
  let parent = parts.host;
  while (parent.endsWith(`.${domain}`)) {
    parent = parent.slice(parent.indexOf(".") + 1);
    patterns.push(`${parts.scheme}*.${parent}${parts.port}`);
  }
  return patterns;
}

function domainOf(host: string): string | null {
  return getDomain(host, { allowPrivateDomains: true });
}

/** Whether no strangers are below it. */
export function isOurs(pattern: string): boolean {
  return originWarnings(pattern, "origin").length === 0;
}

function depth(pattern: string): number {
  return pattern.split(".").length;
}
