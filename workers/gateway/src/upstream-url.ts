import type { SettingReader } from "./setting-reader.ts";

const EXAMPLE = `write a URL, such as "https://api.example.com"`;
const LOOPBACK = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/u;

/**
 * Where the upstream is. Its parts are read once, because workerd makes a text each time that a URL
 * is asked for one.
 */
export class UpstreamUrl {
  readonly href: string;
  readonly host: string;
  /** The path without the slash at its end. */
  readonly prefix: string;
  readonly #base: string;

  constructor({ href, host, origin, pathname }: URL) {
    this.href = href;
    this.host = host;
    this.prefix = pathname.replace(/\/+$/u, "");
    this.#base = origin + this.prefix;
  }

  /**
   * Where a request goes: the upstream's own scheme, host and port, its path in front of the
   * request's path, the request's query.
   *
   * The parts are joined and never resolved, because `//evil.com` and `/\evil.com` resolve to
   * another host. A parsed path begins with the slash that ends the host, and has no `..` in it.
   */
  at({ pathname, search }: URL): string {
    return this.#base + pathname + search;
  }
}

/**
 * Reads the URL of the upstream. It comes from the settings alone: no part of a request can say where
 * that request goes.
 */
export function readUpstreamUrl<Name extends string>(
  text: unknown,
  reader: SettingReader<Name>,
  isInsecureAllowed: boolean,
): UpstreamUrl | undefined {
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
  return new UpstreamUrl(url);
}
