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
  const isSecured = from.protocol === "http:" && to.protocol === "https:";
  if (from.hostname === to.hostname && isSecured) return "redirect-https";
  if (from.hostname === to.hostname && samePath && from.pathname !== to.pathname)
    return "redirect-slash";
  return target && showsLogin(target) ? "redirect-login" : "redirect-elsewhere";
}

/**
 * The address that a redirect is about, as the page has to ask it. A router behind a proxy knows
 * neither the proxy's port nor that it speaks `https:`; of a slash nothing but the path counts.
 */
export function addressBehind(code: RedirectCode, from: URL, to: URL): string {
  return code === "redirect-slash"
    ? new URL(`${to.pathname}${to.search}`, from.origin).href
    : to.href;
}

/** Doubled and closing slashes are what routers tidy up. */
function withoutSlash(path: string): string {
  return path.replace(/\/{2,}/g, "/").replace(/(?<=.)\/$/, "");
}

/** Where a response leads, if it is a redirect that a browser would follow. */
export function locationOf({ status, headers, url }: Answer): URL | undefined {
  const location = headers.get("location");
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return undefined;
  return URL.canParse(location, url) ? new URL(location, url) : undefined;
}

/** S3 names the region of a bucket in the body of a 301, which has no Location. */
export function bucketsRegion({ status, raw, url }: Answer): URL | undefined {
  const [, host] =
    /<Code>PermanentRedirect<\/Code>[^]*<Endpoint>([\w.-]+)<\/Endpoint>/.exec(raw) ?? [];
  if (status !== 301 || host === undefined) return undefined;
  const { pathname, search, protocol } = new URL(url);
  return new URL(`${protocol}//${host}${pathname}${search}`);
}
