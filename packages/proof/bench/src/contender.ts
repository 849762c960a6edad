import type { LoadName } from "./loads.ts";

export type Handler = (request: Request) => Response | undefined | Promise<Response | undefined>;

/** Where a contender is known to answer otherwise than the policy says. */
export interface Difference {
  readonly because: string;
  readonly loads: readonly LoadName[];
  readonly status?: number;
  /** What it sends instead; `null` where it sends nothing. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

export interface Contender {
  readonly name: string;
  readonly handle: Handler;
  readonly differences?: readonly Difference[];
}

/** An application without CORS, and the same one under everything that can guard it. */
export interface Family {
  /** What is left when its time is taken off a guarded one's is what CORS costs. */
  readonly bare: Contender;
  readonly guarded: readonly Contender[];
}
