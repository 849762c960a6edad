import type { Answer } from "./evidence.ts";

/** Paths and hosts where people sign in, by the names that products and frameworks give them. */
const loginPath =
  /(?:^|[/_.-])(?:log-?in|logon|sign-?in|signon|sso|saml2?|oauth2?|oidc|openid|authorize|cas|adfs|idp|session\/new|sessions\/new|auth\/realms|realms\/[^/]+\/protocol|cdn-cgi\/access|users\/sign_in|accounts\/login)(?:[/?#._-]|$)/i;
const loginHost =
  /^(?:login|signin|sso|auth|idp|id|accounts?|identity)\.|\.(?:okta|auth0|onelogin|cloudflareaccess|b2clogin|duosecurity|amazoncognito)\.com$|(?:^|\.)login\.microsoftonline\.com$/i;

/** Whether a URL is one where people sign in. */
export function isLoginUrl(url: URL): boolean {
  return loginHost.test(url.hostname) || loginPath.test(`${url.pathname}${url.search}`);
}

/** Whether a response asks for a login: by a challenge, or by being the page where one signs in. */
export function showsLogin({ headers, raw }: Answer): boolean {
  if (headers.has("www-authenticate") || headers.has("proxy-authenticate")) return true;
  const isHtml = /html/i.test(headers.get("content-type") ?? "");
  return isHtml && /<input[^>]+type=["']?password|<title>[^<]*(?:log ?in|sign ?in)/i.test(raw);
}
