import type { Verdict } from "@crossgate/core";

/** For `onVerdict`: a line for each request of a page, which `crossgate suggest` reads. */
export function logVerdict({ kind, origin, reason }: Verdict, { method, headers }: Request): void {
  if (origin === null) return;
  const line = {
    time: new Date().toISOString(),
    kind,
    origin,
    reason,
    method: headers.get("access-control-request-method") ?? method,
    headers: headers.get("access-control-request-headers"),
    cookie: headers.has("cookie"),
  };
  console.log(JSON.stringify(line));
}
