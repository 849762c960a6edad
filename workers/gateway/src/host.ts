/** One name or address, with or without a port: not two, and nothing that a URL takes for its path. */
const HOST = /^(?:[\w.~!$&'()*+;=%-]+|\[[\da-f:.]+\])(?::\d*)?$/iu;

/**
 * Whether a request says of one host that it is meant for it. Of two `Host` lines, proxies on the way
 * here may have followed the other one.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2
 */
export function hasOneHost({ url, headers }: Pick<Request, "url" | "headers">): boolean {
  return URL.canParse(url) && HOST.test(headers.get("host") ?? new URL(url).host);
}
