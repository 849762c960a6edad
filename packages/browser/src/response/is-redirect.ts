import type { Switches } from "../switches.ts";
import { isRedirectStatus } from "../fetch/status.ts";

/** Whether a browser would follow this: a redirect status with somewhere to go. */
export function isRedirect(response: Response, switches: Switches): boolean {
  const location = response.headers.get("location");
  if (!isRedirectStatus(response.status) || location === null) return false;
  return location !== "" || switches.emptyLocation !== "no-redirect";
}
