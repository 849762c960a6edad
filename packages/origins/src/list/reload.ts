import type { Clock } from "../clock.ts";
import { Pauses } from "../pauses.ts";

/** What is done again and again. */
export interface Task {
  /** Does it. Returns whether it succeeded; never rejects. */
  run(): Promise<boolean>;
}

/** When a task is due, in milliseconds. */
export interface Rhythm {
  readonly every: number;
  readonly clock: Clock;
}

/**
 * Does a task again and again, once at a time, and holds it weakly: nothing here keeps alive what
 * no one uses any more. After a failure it tries again after one second, two, four and so on.
 */
export class Reload {
  readonly #task: WeakRef<Task>;
  readonly #rhythm: Rhythm;
  #pauses: Pauses;
  #underWay: Promise<boolean> | undefined;
  #next: Promise<boolean> | undefined;
  #callOff: () => void = () => {};
  #isStopped = false;

  constructor(task: Task, rhythm: Rhythm) {
    this.#task = new WeakRef(task);
    this.#rhythm = rhythm;
    this.#pauses = new Pauses(rhythm.every);
  }

  get underWay(): Promise<boolean> | undefined {
    return this.#underWay;
  }

  /** The run that is under way, or a new one. */
  begin(): Promise<boolean> {
    this.#underWay ??= this.#run();
    return this.#underWay;
  }

  /** A run that begins now or later: one that is under way may have read what was there before. */
  again(): Promise<boolean> {
    if (!this.#underWay) return this.begin();
    this.#next ??= this.#underWay.then(() => {
      this.#next = undefined;
      return this.begin();
    });
    return this.#next;
  }

  stop(): void {
    this.#isStopped = true;
    this.#callOff();
  }

  async #run(): Promise<boolean> {
    this.#callOff();
    const task = this.#isStopped ? undefined : this.#task.deref();
    const isDone = (await task?.run()) ?? false;
    this.#underWay = undefined;
    if (isDone) this.#pauses = new Pauses(this.#rhythm.every);
    if (!this.#isStopped) this.#schedule(isDone);
    return isDone;
  }

  #schedule(isDone: boolean): void {
    const { every, clock } = this.#rhythm;
    const pause = isDone ? every : this.#pauses.next();
    // The timer knows this object alone, and this the task weakly.
    this.#callOff = clock.after(pause, () => {
      if (this.#task.deref()) void this.begin();
    });
  }
}
