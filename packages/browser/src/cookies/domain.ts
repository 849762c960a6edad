import type { ParsedCookie } from "./parse.ts";

/** The domain that a cookie names; empty where it names none. */
export function domainOf(attributes: ParsedCookie["attributes"]): string {
  return (attributes.get("domain") ?? "").replace(/^\./, "").toLowerCase();
}

export function isBelow(hostname: string, domain: string): boolean {
  return hostname === domain || hostname.endsWith(`.${domain}`);
}
