/** Fields that the Cache API itself answers: with 206, 304, or the whole. */
export const CONDITIONS: readonly string[] = ["range", "if-none-match", "if-modified-since"];

/** What a visitor wants of caches. */
const WISHES: readonly string[] = ["cache-control", "pragma"];

/** `Accept-Encoding` is undone before storing. */
const UNKEYED: ReadonlySet<string> = new Set([...CONDITIONS, ...WISHES, "accept-encoding"]);

/**
 * The key of a response: the URL with every field that its upstream got. An upstream may use or
 * echo any field without naming it in `Vary`. No one gets a response to what someone else said.
 *
 * @param generation changes when the URL is written to, and no visitor can guess it
 */
export async function answerKey(url: string, generation: string, told: Headers): Promise<string> {
  const fields = [...told].filter(([name]) => !UNKEYED.has(name));
  const text = new TextEncoder().encode(JSON.stringify([url, generation, fields]));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", text));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return new URL(`/${hex}`, url).href;
}

/** Whether the key has all that the upstream was told in the visitor's words. */
export function isWhollyKeyed(told: Headers): boolean {
  return ![...CONDITIONS, ...WISHES].some((name) => told.has(name));
}
