import type { CorsOptions, Verdict } from "@crossgate/core";
import type { Host } from "./answer.ts";
import type { ExchangeCase, Step } from "./case.ts";
import type { Observation } from "./observation.ts";

export type Handler = (request: Request) => Response | undefined | Promise<Response | undefined>;

/** Something that the cases are put to: a gate, in the form in which users meet it. */
export interface Subject {
  readonly name: string;
  /** Why this subject can't be asked this, in a few words that several cases share. */
  omits?(exchange: ExchangeCase): string | undefined;
  /** Takes a function of the request for a policy, and is put to the cases of that kind alone. */
  readonly chooses?: true;
  /** Runs elsewhere, so that what a case says about a runtime can't be verified here. */
  readonly remote?: boolean;
  /** A fresh gate for one case; throws where the policy is refused. */
  open(exchange: ExchangeCase, host: Host): Session;
  /** What becomes of a policy: the normalised options where the subject shows them. */
  construct?(options: CorsOptions): unknown;
}

export interface Session {
  send(step: Step, index: number): Promise<Observation>;
}

/** What an adapter gives to become a subject that runs in the same process. */
export interface Gateway {
  readonly fetch: (request: Request) => Response | undefined | Promise<Response | undefined>;
  /** The normalised policy. */
  readonly options?: unknown;
}

/**
 * @param noteVerdict takes down what the gate decided, where the subject sees it
 */
export type BuildGateway = (
  options: CorsOptions,
  handler: Handler,
  noteVerdict: (verdict: Verdict, request: Request) => void,
) => Gateway;
