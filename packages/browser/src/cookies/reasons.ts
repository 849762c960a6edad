/** Why a browser does not keep a cookie, or does not send it back. */
export type CookieReason =
  | "credentials-off"
  | "malformed"
  | "domain-mismatch"
  | "public-suffix"
  | "secure-over-http"
  | "prefix"
  | "none-without-secure"
  | "partitioned-without-secure"
  | "same-site"
  | "third-party"
  | "expired"
  | "path"
  | "host";

/** What there is to say of each reason, and what to change. */
export const cookieReasons: Readonly<
  Record<CookieReason, { readonly explanation: string; readonly fix: string }>
> = {
  "credentials-off": {
    explanation:
      "The request went without credentials. The browser then neither sends cookies nor keeps any.",
    fix: "Page: ask with credentials: 'include'. Server: send Access-Control-Allow-Credentials: true.",
  },
  malformed: {
    explanation: "The line is empty, too long, or holds a control character. No browser takes it.",
    fix: "Server: send name=value; of both together at most 4096 bytes.",
  },
  "domain-mismatch": {
    explanation:
      "Domain names a host that this server does not belong to. A server sets cookies for itself and for the domains above it.",
    fix: "Server: leave Domain out, or name a domain that the host ends with.",
  },
  "public-suffix": {
    explanation:
      "Domain names a public suffix, under which anyone may register. The browser lets no one set cookies for all of them.",
    fix: "Server: name the registered domain, or leave Domain out.",
  },
  "secure-over-http": {
    explanation:
      "The cookie is Secure, and the response came over http. The browser keeps such cookies from https answers alone.",
    fix: "Server: serve it over https.",
  },
  prefix: {
    explanation:
      "The name begins with __Secure-, __Host-, __Http- or __Host-Http-. All ask for Secure. Host asks for Path=/ and no Domain as well, Http for HttpOnly.",
    fix: "Server: send Secure, with __Host- also Path=/ and no Domain, with Http also HttpOnly.",
  },
  "none-without-secure": {
    explanation:
      "SameSite=None needs Secure. The browser drops a cookie that has the one without the other.",
    fix: "Server: add Secure.",
  },
  "partitioned-without-secure": {
    explanation:
      "Partitioned needs Secure. The browser drops a cookie that has the one without the other.",
    fix: "Server: add Secure.",
  },
  "same-site": {
    explanation:
      "Page and server belong to two sites, and the cookie is for its own site alone. It is Lax or Strict, or Lax because it does not say.",
    fix: "Server: send SameSite=None; Secure.",
  },
  "third-party": {
    explanation:
      "Page and server belong to two sites. This browser keeps no cookies of other sites unless the user has been there.",
    fix: "Server: move the API below the page's own domain, or use a token in place of the cookie.",
  },
  expired: {
    explanation:
      "The cookie has expired already. The browser takes the line as the wish to delete it.",
    fix: "Server: send a Max-Age above 0, or an Expires in the future.",
  },
  path: {
    explanation: "The cookie is for another path. The browser keeps it, and sends it there alone.",
    fix: "Server: send Path=/.",
  },
  host: {
    explanation: "The cookie is for another host. The browser keeps it, and sends it there alone.",
    fix: "Server: send Domain with the domain both hosts end with.",
  },
};
