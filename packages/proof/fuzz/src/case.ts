/** An entry of a list of origins, said twice: for the gate, and for the oracle. */
export type Entry =
  | { readonly kind: "exact"; readonly text: string }
  | { readonly kind: "pattern"; readonly text: string }
  | { readonly kind: "expression"; readonly expression: RegExp };

/** A policy, as the oracle reads it. */
export interface FuzzPolicy {
  readonly origin: "*" | readonly Entry[] | { readonly asked: readonly string[] };
  readonly credentials: boolean;
  readonly allowMethods: "*" | readonly string[] | undefined;
  readonly allowHeaders: "*" | readonly string[] | undefined;
  readonly exposeHeaders: "*" | readonly string[] | undefined;
  readonly maxAge: number | undefined;
  readonly preflightStatus: number | undefined;
  readonly preflightContinue: boolean;
  readonly refuseDenied: boolean;
  readonly selfOrigins: readonly string[] | undefined;
  readonly dangerouslyAllowInsecureOrigins: boolean;
  readonly hasOnError: boolean;
}

export type Pairs = readonly (readonly [name: string, value: string])[];

export interface FuzzRequest {
  readonly url: string;
  readonly method: string;
  readonly origin: string | undefined;
  readonly headers: Pairs;
}

/** What the handler does. */
export interface FuzzAnswer {
  readonly kind: "response" | "redirect" | "error" | "thrown-response";
  readonly status: number;
  readonly headers: Pairs;
  readonly body: string | null;
}

export interface FuzzCase {
  readonly policy: FuzzPolicy;
  readonly request: FuzzRequest;
  readonly answer: FuzzAnswer;
}

/** What came out, or has to. Lists of names are sets, since their order says nothing. */
export interface Outcome {
  readonly ran: boolean;
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly kind: string;
  readonly allowed: boolean;
  readonly reason: string;
}
