import type { Asked } from "@crossgate/testkit/ask";

const ALLOWED = "https://myapp.com";
const DENIED = "https://evil.example";

/** The requests that every application is asked before and after, by the name that the notes use. */
export const QUESTIONS = {
  allowed: get("/data", ALLOWED),
  denied: get("/data", DENIED),
  "no origin": get("/data"),
  preflight: preflight(ALLOWED, "PUT", "content-type"),
  "preflight denied": preflight(DENIED, "PUT", "content-type"),
  "preflight method": preflight(ALLOWED, "DELETE"),
  "preflight header": preflight(ALLOWED, "PUT", "x-secret"),
  options: { method: "OPTIONS", path: "/data", headers: { origin: ALLOWED } },
  upstream: get("/upstream", ALLOWED),
  "upstream denied": get("/upstream", DENIED),
  write: {
    method: "PUT",
    path: "/data",
    headers: { origin: ALLOWED, "content-type": "application/json" },
    body: '{"text":"hello"}',
  },
  "not found": get("/nowhere", ALLOWED),
  fails: get("/fails", ALLOWED),
} as const satisfies Record<string, Asked>;

export type Question = keyof typeof QUESTIONS;

function get(path: string, origin?: string): Asked {
  return { method: "GET", path, ...(origin && { headers: { origin } }) };
}

function preflight(origin: string, method: string, headers?: string): Asked {
  return {
    method: "OPTIONS",
    path: "/data",
    headers: {
      origin,
      "access-control-request-method": method,
      ...(headers && { "access-control-request-headers": headers }),
    },
  };
}
