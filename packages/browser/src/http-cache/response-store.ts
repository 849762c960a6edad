import type { StoredResponse } from "./stored-response.ts";

/** What the cache of one browser holds. What it knows of images goes with the responses. */
export class ResponseStore {
  readonly #responses = new Map<string, readonly StoredResponse[]>();
  readonly #images = new Set<string>();

  get entries(): readonly StoredResponse[] {
    return [...this.#responses.values()].flat();
  }

  of(key: string): readonly StoredResponse[] {
    return this.#responses.get(key) ?? [];
  }

  /** Puts a response in the place of the one that it follows, or of all where one is kept. */
  put(key: string, entry: StoredResponse, before: StoredResponse | undefined, one: boolean): void {
    const others = one ? [] : this.of(key).filter((other) => other !== before);
    this.#responses.set(key, [entry, ...others]);
  }

  drop(key: string): void {
    this.#responses.delete(key);
    this.#images.delete(key);
  }

  clear(): void {
    this.#responses.clear();
    this.#images.clear();
  }

  /** Whether an image has been loaded under this key. */
  hasImage(key: string): boolean {
    return this.#images.has(key);
  }

  addImage(key: string): void {
    this.#images.add(key);
  }
}
