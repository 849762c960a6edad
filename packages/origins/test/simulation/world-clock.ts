import type { Clock } from "../../src/clock.ts";

interface Alarm {
  readonly at: number;
  readonly order: number;
  readonly ring: () => void;
}

/** A clock that stands still until it is moved. */
export class WorldClock implements Clock {
  #now = 0;
  #order = 0;
  /** A binary heap: the first is due first. */
  readonly #alarms: Alarm[] = [];

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, run: () => void): () => void {
    let isOff = false;
    const ring = (): void => {
      if (!isOff) run();
    };
    this.#push({ at: this.#now + milliseconds, order: this.#order++, ring });
    return () => {
      isOff = true;
    };
  }

  /** Goes on to a moment; what is due before it happens in its order, and has its consequences. */
  async moveTo(then: number): Promise<void> {
    for (let next = this.#alarms[0]; next && next.at <= then; next = this.#alarms[0]) {
      this.#pop();
      this.#now = Math.max(this.#now, next.at);
      next.ring();
      await consequences();
    }
    this.#now = then;
  }

  /** Steps forward at once, as after a sleep: what was due meanwhile happens late. */
  async jump(milliseconds: number): Promise<void> {
    this.#now += milliseconds;
    await this.moveTo(this.#now);
  }

  #push(alarm: Alarm): void {
    const heap = this.#alarms;
    heap.push(alarm);
    for (let child = heap.length - 1; child > 0;) {
      const parent = (child - 1) >> 1;
      if (!isBefore(heap, child, parent)) return;
      swap(heap, child, parent);
      child = parent;
    }
  }

  #pop(): void {
    const heap = this.#alarms;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    heap[0] = last;
    for (let parent = 0; ;) {
      let least = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2]) {
        if (child < heap.length && isBefore(heap, child, least)) least = child;
      }
      if (least === parent) return;
      swap(heap, parent, least);
      parent = least;
    }
  }
}

function isBefore(heap: readonly Alarm[], left: number, right: number): boolean {
  const [one, other] = [heap[left], heap[right]];
  if (!one || !other) return false;
  return one.at === other.at ? one.order < other.order : one.at < other.at;
}

function swap(heap: Alarm[], left: number, right: number): void {
  const [one, other] = [heap[left], heap[right]];
  if (one && other) [heap[left], heap[right]] = [other, one];
}

/** Lets every promise that can settle now do so. */
export async function consequences(): Promise<void> {
  for (let turn = 0; turn < 48; turn++) await Promise.resolve();
}
