const FOREVER = "public, max-age=31536000, immutable";
const REVALIDATED = "public, no-cache";

/** A hexadecimal hash in front of the extensions, such as in `inter-3f2a9c1b.woff2`. */
const HASH = /[-._]([\da-f]{8,64})(?:\.[\da-z]+)+$/iu;

/**
 * How long what has this key may be kept. A file that a build named by its content never changes.
 * Every other file may, and a cache asks each time whether it has.
 */
export function cacheControlOf(key: string): string {
  if (key.split("/").includes("immutable")) return FOREVER;
  const hash = HASH.exec(key)?.[1] ?? "";
  // `report-20261122.pdf` and `hello-deadbeef.js` are names that people give.
  return /\d/u.test(hash) && /[a-f]/iu.test(hash) ? FOREVER : REVALIDATED;
}
