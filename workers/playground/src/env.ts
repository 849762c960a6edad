import type { Recorder } from "./recorder.ts";

export interface Env {
  readonly ASSETS: Fetcher;
  readonly RECORDER: DurableObjectNamespace<Recorder>;
  /** Where the page lives, and who may read the API. */
  readonly PAGE_ORIGIN: `${string}://${string}`;
  /** Where the page looks for the API. */
  readonly API_ORIGIN: string;
}
