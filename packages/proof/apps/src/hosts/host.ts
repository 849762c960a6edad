import type { Started } from "../start-all.ts";

/** Every app on one host, in every form in which it can be started there. */
export interface Host {
  readonly name: string;
  readonly servers: readonly Started[];
  stop(): Promise<void>;
}
