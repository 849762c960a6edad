import type { ServerDidCode } from "./cause-code.ts";
import type { Answer } from "./evidence.ts";
import { isLoginUrl, showsLogin } from "./login.ts";

export type RedirectCode = Extract<ServerDidCode, `redirect-${string}`>;

/**
 * What a redirect is about.
 *
 * @param target what the new address answers, where it was asked
 */
export function redirectCode(from: URL, to: URL, target: Answer | undefined): RedirectCode {
  if (isLoginUrl(to) && !isLoginUrl(from)) return "redirect-login";
  const samePath = withoutSlash(from.pathname) === withoutSlash(to.pathname);
  if (from.hostname === to.hostname && samePath) {
    if (from.protocol === "http:" && to.protocol === "https:") return "redirect-https";
    if (from.origin === to.origin && from.pathname !== to.pathname) return "redirect-slash";
  }
  if (from.hostname === to.hostname && from.protocol === "http:" && to.protocol === "https:") {
    return "redirect-https";
  }
  return target && showsLogin(target) ? "redirect-login" : "redirect-elsewhere";
}

/** Doubled and closing slashes are what routers tidy up. */
function withoutSlash(path: string): string {
  return path.replace(/\/{2,}/g, "/").replace(/(?<=.)\/$/, "");
}

/** Where an answer leads, if it is a redirect that a browser would follow. */
export function locationOf({ status, headers, url }: Answer): URL | undefined {
  const location = headers.get("location");
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return undefined;
  return URL.canParse(location, url) ? new URL(location, url) : undefined;
}
