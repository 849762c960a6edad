const forbidden = new Set(
  "accept-charset accept-encoding access-control-request-headers access-control-request-method connection content-length cookie cookie2 date dnt expect host keep-alive origin referer set-cookie te trailer transfer-encoding upgrade via".split(
    " ",
  ),
);

/**
 * Headers that browsers keep to themselves: a script that sets them is not told, they just do not
 * arrive.
 *
 * @see https://fetch.spec.whatwg.org/#forbidden-request-header
 */
export function droppedHeaders(headers: readonly (readonly [string, string])[]): readonly string[] {
  const names = headers.map(([name]) => name.toLowerCase());
  return names.filter((name) => forbidden.has(name) || /^(?:proxy|sec)-/.test(name));
}
