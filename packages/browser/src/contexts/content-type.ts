import type { HostHeaders } from "../host-types.ts";
import { parseMimeEssence } from "../fetch/mime-type.ts";

/**
 * Which of several `Content-Type` lines counts: the last one that parses, as the standard has it, or
 * the first or last one as it stands.
 */
export type TypeReading = "parsed" | "first" | "last";

/** Values between commas; a comma in quotes is none. */
const values = /(?:[^",]|"(?:[^"\\]|\\[^])*(?:"|\\?$))+/g;

/**
 * The essence of a response's MIME type, empty where it has none.
 *
 * @see https://fetch.spec.whatwg.org/#concept-header-extract-mime-type
 */
export function responseEssence(headers: HostHeaders, reading: TypeReading): string {
  const value = headers.get("content-type") ?? "";
  if (reading !== "parsed") return parseMimeEssence(value.split(",").at(ends[reading]) ?? "") ?? "";
  const essences = [...value.matchAll(values)].map(([one]) => parseMimeEssence(one));
  return essences.findLast((essence) => essence !== undefined && essence !== "*/*") ?? "";
}

const ends = { first: 0, last: -1 } as const;
