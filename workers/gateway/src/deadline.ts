/**
 * The moment by which an upstream's headers must be there. On workerd an aborted stream still waits
 * for its pending read, so no signal ends everything. A promise that hangs loses a race, and the
 * runtime ends it with the request.
 */
export class Deadline {
  readonly #passed: Promise<never>;
  readonly #timer: ReturnType<typeof setTimeout>;
  #hasPassed = false;

  constructor(milliseconds: number) {
    const { promise, reject } = Promise.withResolvers<never>();
    this.#passed = promise;
    this.#timer = setTimeout(() => {
      this.#hasPassed = true;
      reject(new DOMException(`${milliseconds} ms have passed`, "TimeoutError"));
    }, milliseconds);
    // No one may be waiting.
    promise.catch(() => {});
  }

  get hasPassed(): boolean {
    return this.#hasPassed;
  }

  /**
   * What a promise comes to, as long as there is time.
   *
   * @throws DOMException a TimeoutError when there is none left
   */
  race<Result>(promise: Promise<Result>): Promise<Result> {
    return Promise.race([promise, this.#passed]);
  }

  /** The headers are there, and what follows them may take as long as it likes. */
  meet(): void {
    clearTimeout(this.#timer);
  }
}
