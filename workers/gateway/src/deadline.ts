/**
 * The moment by which an upstream's headers must be there. On workerd an aborted stream still waits
 * for its pending read, so that a signal alone ends nothing: what hangs is left behind by a race.
 */
export class Deadline {
  readonly #late = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout>;

  constructor(milliseconds: number) {
    this.#timer = setTimeout(() => {
      this.#late.abort(new DOMException(`${milliseconds} ms have passed`, "TimeoutError"));
    }, milliseconds);
  }

  /** For what can be told to stop. */
  get signal(): AbortSignal {
    return this.#late.signal;
  }

  get hasPassed(): boolean {
    return this.#late.signal.aborted;
  }

  /**
   * What a promise comes to, as long as there is time.
   *
   * @throws DOMException a TimeoutError when there is none left
   */
  async race<Result>(promise: Promise<Result>): Promise<Result> {
    const { signal } = this.#late;
    let stop: (() => void) | undefined;
    const passed = new Promise<never>((_, reject) => {
      stop = () => reject(signal.reason);
      if (signal.aborted) stop();
      else signal.addEventListener("abort", stop, { once: true });
    });
    try {
      return await Promise.race([promise, passed]);
    } finally {
      if (stop) signal.removeEventListener("abort", stop);
    }
  }

  /** The headers are there, and what follows them may take as long as it likes. */
  meet(): void {
    clearTimeout(this.#timer);
  }
}
