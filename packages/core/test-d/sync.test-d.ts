import {
  type AskingCors,
  type Cors,
  type CorsOptions,
  createCors,
  type Gate,
  originsFrom,
  type Verdict,
} from "@crossgate/core";
import { type Equal, expectType } from "./equal.ts";

declare const request: Request;
declare const options: CorsOptions;

// Without a function, answers; with one, promises; undecided, either.
const listed = createCors({ origin: ["https://myapp.com"] });
expectType<Equal<ReturnType<typeof listed.check>, Verdict>>();
expectType<Equal<ReturnType<typeof listed.allows>, boolean>>();

const open = createCors({ origin: "*" });
expectType<Equal<ReturnType<typeof open.check>, Verdict>>();

const asking = createCors({ origin: () => true });
expectType<Equal<ReturnType<typeof asking.check>, Promise<Verdict>>>();
expectType<Equal<ReturnType<typeof asking.allows>, Promise<boolean>>>();

const either = createCors(options);
expectType<Equal<typeof either, Cors | AskingCors>>();

// A text or a list out of a configuration asks no one.
declare const text: string;
const configured = createCors({ origin: text, credentials: true });
expectType<Equal<typeof configured, Cors>>();
const readFrom = createCors({ origin: originsFrom(text), credentials: true });
expectType<Equal<typeof readFrom, Cors>>();

// Whatever it is, an adapter takes it.
const gates: readonly Gate[] = [listed, open, asking, either];
expectType<Equal<(typeof gates)[number], Gate>>();

// A verdict's parts are what the reader of one may rely on.
const { kind, origin, allowed, reason, response } = listed.check(request);
expectType<Equal<typeof kind, "none" | "actual" | "preflight">>();
expectType<Equal<typeof origin, string | null>>();
expectType<Equal<typeof allowed, boolean>>();
expectType<Equal<typeof response, Response | undefined>>();
expectType<
  Equal<
    typeof reason,
    | "no-origin"
    | "same-origin"
    | "origin-allowed"
    | "origin-denied"
    | "origin-malformed"
    | "origin-null"
    | "origin-check-failed"
    | "method-not-allowed"
    | "header-not-allowed"
    | "preflight-allowed"
    | "no-policy"
  >
>();
