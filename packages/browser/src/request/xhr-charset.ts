import type { HeaderList } from "../fetch/header-list.ts";
import { parseMimeType, serializeMimeType } from "../fetch/mime-type.ts";
import type { Switches } from "../switches.ts";
import type { CharsetRewriting } from "../switches/request.ts";
import type { RequestBody } from "./body.ts";
import { lastCharset } from "./last-charset.ts";

/** Whitespace and quotes end the value, and may stand before it. */
// oxlint-disable-next-line no-control-regex -- any control byte counts as whitespace there
const charsets = /([\x01-\x20;]charset[\x01-\x20]*=[\x01-\x20"']*)([^\x01-\x20"';]*)/gi;

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
  serialize,
  serializeUnlessEmpty: (value: string): string =>
    parseMimeType(value)?.parameters.get("charset") === "" ? value : serialize(value),
  exchange,
  exchangeFromLast,
};

/** The type is written again. */
function serialize(value: string): string {
  const type = parseMimeType(value);
  const given = type?.parameters.get("charset");
  if (!type || given === undefined || given.toLowerCase() === "utf-8") return value;
  return serializeMimeType({
    ...type,
    parameters: new Map([...type.parameters, ["charset", "UTF-8"]]),
  });
}

/** Every charset is exchanged, whatever it was, up to the first that is empty. */
function exchange(value: string): string {
  let isOver = false;
  return value.replace(charsets, (whole: string, start: string, name: string) => {
    isOver ||= name === "";
    return isOver ? whole : `${start}UTF-8`;
  });
}

/**
 * The charset that counts is exchanged, then the one that counts before it. Double quotes are
 * exchanged with it, and count as a difference.
 */
function exchangeFromLast(value: string): string {
  let rest = value;
  let done = "";
  for (let found = lastCharset(rest); found; found = lastCharset(rest)) {
    const { parameter, start, end } = found;
    done = rest.slice(parameter, start) + inUtf8(rest.slice(start, end)) + rest.slice(end) + done;
    rest = rest.slice(0, parameter);
  }
  return rest + done;
}

function inUtf8(given: string): string {
  const quoted = /^'(.*)'$/.exec(given)?.[1];
  const name = (quoted ?? given).toLowerCase() === "utf-8" ? (quoted ?? given) : "UTF-8";
  return quoted === undefined ? name : `'${name}'`;
}
