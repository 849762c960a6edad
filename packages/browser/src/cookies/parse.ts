/** A `Set-Cookie` line, read. Names of attributes are lower case; of several the last counts. */
export interface ParsedCookie {
  readonly name: string;
  readonly value: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Every `max-age` and `expires` that has a value, in order. */
  readonly lifetimes: readonly (readonly [name: string, value: string])[];
}

// oxlint-disable-next-line no-control-regex -- these are the ones
const control = /[\x00-\x08\x0a-\x1f\x7f]/;
const maxPair = 4096;
const maxAttribute = 1024;

/**
 * Reads a `Set-Cookie` line.
 *
 * @returns undefined for a line no browser takes
 * @see https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-the-set-cookie-header-field
 */
export function parseSetCookie(line: string, isStrict: boolean): ParsedCookie | undefined {
  if (isStrict && control.test(line)) return undefined;
  const [text = ""] = line.split(control);
  const [pair = "", ...rest] = text.split(";");
  const equals = pair.indexOf("=");
  const name = trim(equals === -1 ? "" : pair.slice(0, equals));
  const value = trim(pair.slice(equals + 1));
  if (name + value === "" || (isStrict && name.length + value.length > maxPair)) return undefined;
  const attributes = new Map<string, string>();
  const lifetimes: [string, string][] = [];
  for (const part of rest) {
    const [key = "", ...given] = part.split("=");
    const said = trim(given.join("="));
    if (said.length > maxAttribute) continue;
    const lower = trim(key).toLowerCase();
    attributes.set(lower, said);
    const isLifetime = lower === "max-age" || lower === "expires";
    if (isLifetime && given.length > 0) lifetimes.push([lower, said]);
  }
  return { name, value, attributes, lifetimes };
}

function trim(text: string): string {
  return text.replace(/^[\t ]+|[\t ]+$/g, "");
}
