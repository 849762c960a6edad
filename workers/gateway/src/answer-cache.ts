import { ALL_ACCEPTED, acceptedEncodings } from "./accepted-encodings.ts";
import { LARGEST_BODY } from "./cacheable.ts";
import { limitBody } from "./limit-body.ts";
import type { Settings } from "./settings.ts";

/** Fields that the Cache API itself answers: with 206, 304, or the whole. */
const CONDITIONS = ["range", "if-none-match", "if-modified-since"];

/**
 * Answers without the policy's headers, by URL and accepted encodings. A cache that fails is a cache
 * that has nothing.
 */
export class AnswerCache {
  readonly #name: string;

  /** One for each upstream: another one's answers don't outlive a change of the setting. */
  constructor({ upstream }: Settings) {
    this.#name = `crossgate-gateway ${upstream instanceof URL ? upstream.href : "service"}`;
  }

  async match(request: Request): Promise<Response | undefined> {
    const conditions = new Headers();
    for (const name of CONDITIONS) {
      const value = request.headers.get(name);
      if (value !== null) conditions.set(name, value);
    }
    const key = new Request(keyOf(request.url, acceptedEncodings(request.headers)), {
      headers: conditions,
    });
    try {
      const cache = await caches.open(this.#name);
      return await cache.match(key);
    } catch (error) {
      console.error("gateway: the cache could not be read", error);
      return undefined;
    }
  }

  async store(request: Request, answer: Response): Promise<void> {
    const key = keyOf(request.url, acceptedEncodings(request.headers));
    const isShort = answer.headers.has("content-length");
    const stored = isShort ? answer : new Response(limitBody(answer.body, LARGEST_BODY), answer);
    try {
      const cache = await caches.open(this.#name);
      await cache.put(key, stored);
    } catch (error) {
      console.error("gateway: an answer was not cached", error);
    }
  }

  /** For a URL that has been written to. @see https://www.rfc-editor.org/rfc/rfc9111#section-4.4 */
  async forget(url: string): Promise<void> {
    try {
      const cache = await caches.open(this.#name);
      await Promise.all(ALL_ACCEPTED.map((accepted) => cache.delete(keyOf(url, accepted))));
    } catch (error) {
      console.error("gateway: a cached answer was not removed", error);
    }
  }
}

/**
 * The visitor's own URL, because upstreams write its host into answers. What is added stands last, so
 * that no query of a visitor makes two URLs one key.
 */
function keyOf(url: string, accepted: string): string {
  const key = new URL(url);
  key.hash = "";
  key.search += `${key.search === "" ? "?" : "&"}crossgate-accepts=${encodeURIComponent(accepted)}`;
  return key.href;
}
