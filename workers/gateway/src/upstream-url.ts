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
  const url = typeof text === "string" ? URL.parse(text) : null;
  if (!url || !/^https?:$/u.test(url.protocol)) {
    return refuse(`invalid ${JSON.stringify(text)}; ${EXAMPLE}`);
  }
  // Not quoted: it may hold a password.
  if (url.username || url.password) return refuse(`has a name or password in it; ${EXAMPLE}`);
  if (/[?#]/u.test(url.href)) {
    return refuse(`invalid ${JSON.stringify(text)}; leave out "?" and "#", paths may be given`);
  }
  if (url.protocol === "http:" && !LOOPBACK.test(url.hostname) && !isInsecureAllowed) {
    return refuse(
      `prohibited "${url.href}": anyone in between reads and changes it; write https:, or set DANGEROUSLY_ALLOW_INSECURE_UPSTREAM`,
    );
  }
  return url;
}

/**
 * Where a request goes: the upstream's own scheme, host and port, its path in front of the request's
 * path, the request's query.
 *
 * The path is assigned and never resolved against the upstream, because `//evil.com` and `/\evil.com`
 * resolve to another host.
 *
 * @throws Error should an answer ever be another server's
 */
export function urlAtUpstream(upstream: URL, requested: URL): URL {
  const url = new URL(upstream);
  url.pathname = prefixOf(upstream) + requested.pathname;
  url.search = requested.search;
  if (url.origin !== upstream.origin) throw new Error(`${url.origin} is not the upstream`);
  return url;
}

/** The upstream's path without the slash at its end. */
export function prefixOf(upstream: URL): string {
  return upstream.pathname.replace(/\/+$/u, "");
}

/** More rounds than any server decodes in. */
const DECODINGS = 3;

/**
 * Whether a path has a `..` that URLs leave alone and servers may not: behind an encoded slash or
 * backslash, encoded twice, with a parameter. At the upstream it could climb out of the path that the
 * settings give.
 */
export function climbs(pathname: string): boolean {
  let path = pathname;
  for (let times = 0; times <= DECODINGS; times++) {
    if (/(?:^|[/\\])\.\.(?:[/\\;]|$)/u.test(path)) return true;
    const decoded = decodeAscii(path);
    if (decoded === path) return false;
    path = decoded;
  }
  return true;
}

function decodeAscii(path: string): string {
  return path.replaceAll(/%([0-7][\da-f])/giu, (_, byte: string) =>
    String.fromCodePoint(Number.parseInt(byte, 16)),
  );
}
