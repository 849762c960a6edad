import { createCors, type CorsOptions, type Gate, type Verdict } from "@crossgate/core";
import { gateFor } from "@crossgate/core/adapter";
import { corsByOrigin } from "@crossgate/core/by-origin";
import { inProcess } from "../in-process.ts";
import type { BuildGateway, Subject } from "../subject.ts";

/** `cors.wrap(handler)`. */
export const wrapped: BuildGateway = (options, handler) => {
  const cors = createCors(options);
  return { fetch: cors.wrap(handler), options: cors.options };
};

/** The policy that a policy turned into is the same policy. */
const wrappedAgain: BuildGateway = (options, handler, note) => {
  const { options: normalized } = createCors(options);
  return wrapped(isJson(normalized) ? revive(normalized) : normalized, handler, note);
};

/** The three lines by hand. */
const checked: BuildGateway = (options, handler, note) => {
  const cors: Gate & { readonly options: unknown } = createCors(options);
  const asks = typeof options.origin === "function";
  return {
    options: cors.options,
    async fetch(request) {
      const answer = cors.check(request);
      if (asks !== answer instanceof Promise) throw new Error("a sync policy must stay sync");
      const verdict: Verdict = await answer;
      note(verdict, request);
      if (verdict.response) return verdict.response;
      const response = await handler(request);
      return response && verdict.apply(response);
    },
  };
};

/** The same, applied twice. */
const appliedTwice: BuildGateway = (options, handler) => {
  const cors: Gate & { readonly options: unknown } = createCors(options);
  return {
    options: cors.options,
    async fetch(request) {
      const verdict = await cors.check(request);
      if (verdict.response) return verdict.response;
      const response = await handler(request);
      return response && verdict.apply(verdict.apply(response));
    },
  };
};

/** As an adapter does whose users give a function of the request. */
const selected: BuildGateway = (options, handler) => {
  const gate = createCors(options);
  const gateOf = gateFor(() => gate);
  return { fetch: (request) => gateOf().wrap(handler)(request) };
};

/** A policy as the only rule of several by origin. */
const ruled: BuildGateway = (options, handler) => ({
  fetch: corsByOrigin([options]).wrap(handler),
});

export const coreSubjects: readonly Subject[] = [
  inProcess("core wrap", wrapped),
  inProcess("core wrap, its own options", wrappedAgain),
  byHand(inProcess("core check and apply", checked)),
  byHand(inProcess("core apply twice", appliedTwice)),
  { ...inProcess("core gateFor", selected), chooses: true },
  byOrigin(inProcess("core corsByOrigin", ruled)),
];

/** Problems have the rule in front of their path, and a rule is never alone in a cache. */
function byOrigin(subject: Subject): Subject {
  return {
    name: subject.name,
    open: (exchange, host) => subject.open(exchange, host),
    omits: ({ options }) =>
      isForAll(options) ? "every response varies where rules differ by origin" : undefined,
  };
}

/** Whether a policy alone would say the same to everyone (R1). */
function isForAll({ origin }: CorsOptions): boolean {
  const [first, ...others] = new Set<unknown>(Array.isArray(origin) ? origin : [origin]);
  return (
    others.length === 0 && typeof first === "string" && (first === "*" || !first.includes("*"))
  );
}

/** Errors are the caller's own affair where the caller calls the handler. */
function byHand(subject: Subject): Subject {
  return {
    ...subject,
    omits: (exchange) =>
      exchange.rules.includes("R8") ? "catching errors is what wrap adds" : undefined,
  };
}

function isJson(options: CorsOptions): boolean {
  return !Object.values(options)
    .flat()
    .some((value) => typeof value === "function" || value instanceof RegExp);
}

function revive(options: CorsOptions): CorsOptions {
  return JSON.parse(JSON.stringify(options)) as CorsOptions;
}
