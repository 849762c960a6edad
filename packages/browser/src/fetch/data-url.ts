import { parseMimeType, serializeMimeType } from "./mime-type.ts";
import { stripHttpWhitespace } from "./whitespace.ts";

/** What a `data:` URL holds. */
export interface DataUrl {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

const fallback = "text/plain;charset=US-ASCII";
const base64Suffix = /; *base64$/i;

/**
 * Reads a `data:` URL.
 *
 * @returns undefined where it has no comma, or its base64 is none
 * @see https://fetch.spec.whatwg.org/#data-url-processor
 */
export function parseDataUrl(url: URL): DataUrl | undefined {
  const input = url.href.slice("data:".length, url.href.length - url.hash.length);
  const comma = input.indexOf(",");
  if (comma === -1) return undefined;
  const type = stripHttpWhitespace(input.slice(0, comma));
  const bytes = percentDecode(input.slice(comma + 1));
  if (!base64Suffix.test(type)) return { type: mimeTypeOf(type), body: bytes };
  const body = decodeBase64(bytes);
  return body && { type: mimeTypeOf(type.replace(base64Suffix, "")), body };
}

function percentDecode(text: string): Uint8Array<ArrayBuffer> {
  const encoded = new TextEncoder().encode(text);
  const bytes: number[] = [];
  for (let index = 0; index < encoded.length; index += 1) {
    const hex = String.fromCharCode(...encoded.subarray(index + 1, index + 3));
    const isEscape = encoded[index] === 0x25 && /^[0-9a-f]{2}$/i.test(hex);
    bytes.push(isEscape ? Number.parseInt(hex, 16) : (encoded[index] ?? 0));
    if (isEscape) index += 2;
  }
  return new Uint8Array(bytes);
}

/** @see https://infra.spec.whatwg.org/#forgiving-base64-decode */
function decodeBase64(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  try {
    const text = atob(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function mimeTypeOf(given: string): string {
  const type = parseMimeType(given.startsWith(";") ? `text/plain${given}` : given);
  return type ? serializeMimeType(type) : fallback;
}
