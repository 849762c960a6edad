import type { Switches } from "../switches.ts";
import { isRedirectStatus } from "../fetch/status.ts";

/** Whether the status says so, or would with a `Location`. */
export function hasRedirectStatus(
  { status, headers }: Response,
  { redirectsFromStatus = 400 }: Switches,
): boolean {
  if (isRedirectStatus(status)) return true;
  return status >= redirectsFromStatus && status < 400 && Boolean(headers.get("location"));
}

/** Whether a browser would follow this: a redirect status with somewhere to go. */
export function isRedirect(response: Response, switches: Switches): boolean {
  const location = response.headers.get("location");
  if (!hasRedirectStatus(response, switches) || location === null) return false;
  return location !== "" || switches.emptyLocation !== "no-redirect";
}
