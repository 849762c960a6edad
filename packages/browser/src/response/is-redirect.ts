import { isRedirectStatus } from "../fetch/status.ts";

/** Whether a browser would follow this: a redirect status with somewhere to go. */
export function isRedirect(response: Response): boolean {
  return isRedirectStatus(response.status) && response.headers.has("location");
}
