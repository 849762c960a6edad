import type { Exchange } from "./exchange.ts";
import type { Explained } from "./explained.ts";
import type { Failure } from "./failure.ts";

/** What an error says of itself. The tables are large, and the algorithm needs none of them. */
export interface Words {
  /** The console line of the profile's browser. */
  message(failure: Failure, exchange: Exchange): string;
  explain(failure: Failure, exchange: Exchange): Explained;
}

/** The code, and nothing else. */
export const bareWords: Words = {
  message: ({ code }) => `Blocked by the browser: ${code}`,
  explain: (failure) => ({ ...failure, chromium: null, explanation: "", fix: "" }),
};
