import type { Asked } from "@crossgate/testkit/ask";

export const MY_APP = "https://myapp.com";
export const EVIL = "https://evil.example";
/** Ends as `myapp.com` does, and is someone else's. */
export const LOOKALIKE = "https://evilmyapp.com";

export function get(origin: string): Asked {
  return { method: "GET", path: "/data", headers: { origin } };
}

export function preflight(method: string, names?: string): Asked {
  const asksFor = { origin: MY_APP, "access-control-request-method": method };
  const headers = names ? { ...asksFor, "access-control-request-headers": names } : asksFor;
  return { method: "OPTIONS", path: "/data", headers };
}
