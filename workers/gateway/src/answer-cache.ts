import { readBytes } from "./read-bytes.ts";
import type { Settings } from "./settings.ts";
import { fromStored, toStored } from "./stored-answer.ts";

/** Fields that the Cache API itself answers: with 206, 304, or the whole. */
const CONDITIONS = ["range", "if-none-match", "if-modified-since"];

/** More than an API's answer has, and little enough to be held in memory until it is whole. */
export const LARGEST_BODY = 1024 * 1024;

/**
 * Answers without the policy's headers, by URL. A cache that fails is a cache that has nothing.
 *
 * The URL is the visitor's, because upstreams write its host into answers.
 */
export class AnswerCache {
  readonly #name: string;

  /** One for each upstream: another one's answers don't outlive a change of the setting. */
  constructor({ upstream }: Settings) {
    this.#name = `crossgate-gateway ${upstream instanceof URL ? upstream.href : "service"}`;
  }

  async match({ url, headers }: Request): Promise<Response | undefined> {
    const conditions = new Headers();
    for (const name of CONDITIONS) {
      const value = headers.get(name);
      if (value !== null) conditions.set(name, value);
    }
    return this.#try("not read", async (cache) => {
      const stored = await cache.match(new Request(url, { headers: conditions }));
      return stored && fromStored(stored);
    });
  }

  /** Stores an answer once it has come whole, and decoded, so that it is everybody's. */
  async store(url: string, answer: Response): Promise<void> {
    await this.#try("not filled", async (cache) => {
      const bytes = await readBytes(answer.body, LARGEST_BODY);
      await cache.put(url, toStored(answer, bytes));
    });
  }

  /** For a URL that has been written to. @see https://www.rfc-editor.org/rfc/rfc9111#section-4.4 */
  async forget(url: string): Promise<void> {
    await this.#try("not cleared", (cache) => cache.delete(url));
  }

  async #try<Result>(
    failure: string,
    use: (cache: Cache) => Promise<Result>,
  ): Promise<Result | undefined> {
    try {
      return await use(await caches.open(this.#name));
    } catch (error) {
      console.error(`gateway: the cache was ${failure}`, error);
      return undefined;
    }
  }
}
