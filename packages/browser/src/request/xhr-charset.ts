import type { HeaderList } from "../fetch/header-list.ts";
import { parseMimeType, serializeMimeType } from "../fetch/mime-type.ts";
import type { Switches } from "../switches.ts";
import type { CharsetRewriting } from "../switches/request.ts";
import type { RequestBody } from "./body.ts";

const charset = /(;[\t ]*charset=)("?)([^;"]*)("?)/i;
/** Whitespace ends the value, also in quotes. */
const charsets = /(;[\t ]*charset="?)[^;"\s]*/gi;

/**
 * The headers as `XMLHttpRequest` sends them: a charset the page names is not the one its text goes
 * out in, which is always UTF-8.
 *
 * @see https://xhr.spec.whatwg.org/#the-send()-method
 */
export function withXhrCharset(
  headers: HeaderList,
  body: RequestBody | null,
  { xhrCharset }: Switches,
): HeaderList {
  if (body?.kind !== "text" && body?.kind !== "form") return headers;
  const rewrite = rewriters[xhrCharset[body.kind]];
  return headers.map(([name, value]) => [
    name,
    name.toLowerCase() === "content-type" ? rewrite(value) : value,
  ]);
}

const rewriters: Readonly<Record<CharsetRewriting, (value: string) => string>> = {
  none: (value: string): string => value,
  /** The type is written again. */
  serialize(value: string): string {
    const type = parseMimeType(value);
    const given = type?.parameters.get("charset");
    if (!type || given === undefined || given.toLowerCase() === "utf-8") return value;
    return serializeMimeType({
      ...type,
      parameters: new Map([...type.parameters, ["charset", "UTF-8"]]),
    });
  },
  /** Every value alone is exchanged, whatever it was. */
  exchange: (value: string): string => value.replace(charsets, "$1UTF-8"),
  /** Quotes are exchanged with it, and count as a difference. */
  exchangeQuoted: (value: string): string =>
    value.replace(charset, (whole, start: string, quote: string, given: string) =>
      quote === "" && given.toLowerCase() === "utf-8" ? whole : `${start}UTF-8`,
    ),
};
