import type { Switches } from "./switches.ts";

/**
 * The URL to which a redirect leads, with the fragment that it inherits. It is undefined if
 * `Location` is no URL, or if its lines contradict each other.
 *
 * @see https://fetch.spec.whatwg.org/#concept-response-location-url
 */
export function locationUrl(value: string, from: URL, switches: Switches): URL | undefined {
  const lines = switches.joinsLocations ? new Set([value]) : locationLines(value);
  const [location = ""] = lines;
  if (lines.size > 1) return undefined;
  const text = asWritten(location, switches);
  if (!URL.canParse(text, from.href)) return undefined;
  const url = new URL(text, from.href);
  if (url.hash === "") url.hash = from.hash;
  return url;
}

/** The lines of a joined value, each once: no other one than a URL follows a comma and a blank. */
export function locationLines(value: string): ReadonlySet<string> {
  return new Set(value.split(/, (?=https?:\/\/)/));
}

/** What the engine gives its URL parser. */
function asWritten(location: string, switches: Switches): string {
  let text = location;
  if (switches.locationBytes === "replaced") text = replaceInvalid(text);
  // oxlint-disable-next-line no-control-regex -- these are the ones
  if (switches.locationEscapesControls) text = text.replace(/[\x00-\x1f\x7f]/g, escape);
  if (switches.locationBytes === "bytes") text = text.replace(/[\x80-\xff]/g, escape);
  return switches.locationUnescapes ? text.replace(/%([0-9a-f]{2})/gi, unescape) : text;
}

function escape(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

function unescape(whole: string, hex: string): string {
  const character = String.fromCharCode(Number.parseInt(hex, 16));
  return /[A-Za-z0-9~_-]/.test(character) ? character : whole;
}

/** Every byte that is not UTF-8 becomes the three of the replacement character. */
function replaceInvalid(text: string): string {
  if (!/[\x80-\xff]/.test(text)) return text;
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const valid = new TextEncoder().encode(
    new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
  );
  return Array.from(valid, (byte) => String.fromCharCode(byte)).join("");
}
