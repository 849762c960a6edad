import type { PageRequest } from "./request/page-request.ts";
import { currentUrl } from "./request/page-request.ts";

/** Whether Blink hands a URL of another scheme on: its network knows no such scheme, and no CORS. */
export function isLeftToTheNetwork(request: PageRequest): boolean {
  const { initiator, mode } = request;
  if (initiator === "xhr") return currentUrl(request).protocol === "ftp:";
  return initiator !== "fetch" && mode === "no-cors";
}
