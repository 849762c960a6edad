export { crossOriginEntries, givenOfEntry, isPreflight, likelyEntry } from "./entries.ts";
export type { HarChoice } from "./entries.ts";
export { parseHar } from "./parse.ts";
export type { Har, HarEntry } from "./parse.ts";
