import { setImmediate } from "node:timers/promises";
import cors, { type CorsOptions } from "cors";
import type { Asked } from "@crossgate/testkit/ask";
import type { Outcome } from "../change.ts";

/** The middleware alone; Express answers 500 to an error that it hands on. */
export async function express(options: object, { method, headers = {} }: Asked): Promise<Outcome> {
  const written = new Headers();
  let outcome: Outcome = "never answered";
  const response = {
    statusCode: 200,
    getHeader: (name: string) => written.get(name) ?? undefined,
    setHeader: (name: string, value: string) => written.set(name, value),
    end: () => (outcome = { status: response.statusCode, headers: written }),
  };
  cors(options as CorsOptions)({ method, headers }, response, (error?: unknown) => {
    outcome = { status: error === undefined ? 200 : 500, headers: written };
  });
  // An origin function may be asynchronous, and what it returns is settled by then.
  await setImmediate();
  return outcome;
}
