import type { OptionsRecord } from "../../src/demo/options-text.ts";
import type { Scene } from "../scene.ts";
import type { Plan } from "./plan.ts";

/** A program that keeps the gate by a policy, on one host. */
export interface Snippet {
  readonly host: string;
  readonly name: string;
  readonly file: string;
  /** What has to be installed first, as a command; empty for nothing. */
  readonly install: string;
  readonly code: string;
}

/** What a snippet is made of. */
export interface Needs {
  readonly options: OptionsRecord;
  /** The same, worked out. */
  readonly plan: Plan;
  /** What the script of the scene asks with, so that the program can answer it. */
  readonly method: Scene["method"];
}

/** How to write the program for one host. */
export interface Host extends Omit<Snippet, "code"> {
  readonly write: (needs: Needs) => string;
}
