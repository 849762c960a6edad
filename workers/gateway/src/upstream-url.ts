import type { SettingReader } from "./setting-reader.ts";

const EXAMPLE = `write a URL, such as "https://api.example.com"`;
const LOOPBACK = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/u;

/**
 * Reads the URL of the upstream. It comes from the settings alone: no part of a request can say where
 * that request goes.
 */
export function readUpstreamUrl<Name extends string>(
  text: unknown,
  reader: SettingReader<Name>,
  isInsecureAllowed: boolean,
): URL | undefined {
  const refuse = (message: string): undefined => reader.refuse("UPSTREAM", message);
  if (text === undefined || text === "") {
    return refuse(`missing; ${EXAMPLE}, or bind a service under this name`);
  }
  // Never quoted: it may hold a password, even if it is no URL that could say so.
  const url = typeof text === "string" ? URL.parse(text) : null;
  if (!url) return refuse(`no URL; ${EXAMPLE}`);
  if (!/^https?:$/u.test(url.protocol)) return refuse(`neither https: nor http:; ${EXAMPLE}`);
  if (url.username || url.password) return refuse(`has a name or password in it; ${EXAMPLE}`);
  if (/[?#]/u.test(url.href)) {
    return refuse(`has a query or a fragment; leave out "?" and "#", paths may be given`);
  }
  if (url.protocol === "http:" && !LOOPBACK.test(url.hostname) && !isInsecureAllowed) {
    return refuse(
      `prohibited "${url.origin}": anyone in between reads and changes it; write https:, or set DANGEROUSLY_ALLOW_INSECURE_UPSTREAM`,
    );
  }
  return url;
}

/**
 * Where a request goes: the upstream's own scheme, host and port, its path in front of the request's
 * path, the request's query.
 *
 * The text is parsed whole and never resolved against the upstream, because `//evil.com` and
 * `/\evil.com` resolve to another host. The setters of a URL would parse it once for each part.
 *
 * @throws Error should a response ever be another server's
 */
export function urlAtUpstream(upstream: URL, { pathname, search }: URL): URL {
  const url = new URL(upstream.origin + prefixOf(upstream) + pathname + search);
  if (url.origin !== upstream.origin) throw new Error(`${url.origin} is not the upstream`);
  return url;
}

/** The upstream's path without the slash at its end. */
export function prefixOf(upstream: URL): string {
  return upstream.pathname.replace(/\/+$/u, "");
}
