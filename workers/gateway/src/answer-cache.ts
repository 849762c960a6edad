import { answerKey, CONDITIONS } from "./answer-key.ts";
import { readBytes } from "./read-bytes.ts";
import type { Settings } from "./settings.ts";
import { fromStored, toStored } from "./stored-answer.ts";
import { UpstreamUrl } from "./upstream-url.ts";
import type { Visit } from "./visit.ts";

/** More than an API's answer has, and little enough to be held in memory until it is whole. */
export const LARGEST_BODY = 1024 * 1024;

/** Longer than answers last. */
const GENERATION_LIFETIME = "max-age=2592000";

/**
 * Answers without the policy's headers, by URL and by what the upstream was told. Under the URL
 * itself is the generation of its responses, so that all of them can be forgotten at once. A cache
 * that fails is a cache that has nothing.
 *
 * The URL is the visitor's, because upstreams write its host into answers.
 */
export class AnswerCache {
  readonly #name: string;
  /**
   * Whether this isolate has met a response that is everyone's. An API without any is never looked
   * for.
   */
  #isUsed = false;

  /** One for each upstream: another one's responses don't outlive a change of the setting. */
  constructor({ upstream }: Settings) {
    this.#name = `crossgate-gateway ${upstream instanceof UpstreamUrl ? upstream.href : "service"}`;
  }

  /**
   * @param visit after whose deadline a cache that says nothing has nothing
   * @param told the fields that the upstream would get
   */
  async match(
    { request: { url }, headers, deadline }: Visit,
    told: Headers,
  ): Promise<Response | undefined> {
    if (!this.#isUsed) return undefined;
    const conditions = new Headers();
    for (const name of CONDITIONS) {
      const value = headers.get(name);
      if (value !== null) conditions.set(name, value);
    }
    const find = async (cache: Cache): Promise<Response | undefined> => {
      const generation = await generationOf(url, cache);
      if (generation === undefined) return undefined;
      const key = await answerKey(url, generation, told);
      const stored = await cache.match(new Request(key, { headers: conditions }));
      return stored && fromStored(stored);
    };
    return this.#try("not read", async (cache) => deadline.race(find(cache)));
  }

  /** Stores a response once it has come whole, and decoded, so that it is everyone's. */
  async store(url: string, told: Headers, answer: Response): Promise<void> {
    this.#isUsed = true;
    await this.#try("not filled", async (cache) => {
      const bytes = await readBytes(answer.body, LARGEST_BODY);
      const generation = (await generationOf(url, cache)) ?? (await beginGeneration(url, cache));
      await cache.put(await answerKey(url, generation, told), toStored(answer, bytes));
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

async function generationOf(url: string, cache: Cache): Promise<string | undefined> {
  const generation = await cache.match(url);
  return generation?.text();
}

async function beginGeneration(url: string, cache: Cache): Promise<string> {
  const generation = crypto.randomUUID();
  const headers = { "cache-control": GENERATION_LIFETIME };
  await cache.put(url, new Response(generation, { headers }));
  return generation;
}
