import type { PageRequest } from "./request/page-request.ts";
import type { Switches } from "./switches.ts";

/** Whether the URL names what the browser has already, so that no network is asked. */
export function isLocal({ urls }: PageRequest): boolean {
  return urls.length === 1 && ["data:", "blob:"].includes(urls[0].protocol);
}

/** Whether it is the empty document, which one engine gives away. */
export function isBlank(
  { mode, redirect, urls }: PageRequest,
  { noCorsLoadsAboutBlank }: Switches,
): boolean {
  const isAsked = urls.length === 1 && urls[0].href === "about:blank";
  return isAsked && mode === "no-cors" && redirect === "follow" && noCorsLoadsAboutBlank;
}
