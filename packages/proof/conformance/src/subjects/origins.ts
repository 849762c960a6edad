import { createCors, type CorsOptions, type OriginFunction } from "@crossgate/core";
import { originList, rememberedOrigins } from "@crossgate/origins";
import type { ExchangeCase } from "../case.ts";
import { inProcess } from "../in-process.ts";
import type { BuildGateway, Subject } from "../subject.ts";
import { wrapped } from "./core.ts";

/** Everything of a policy stays, and a function decides who may read. */
function asking(originOf: (options: CorsOptions) => OriginFunction): BuildGateway {
  return (options, handler, note) =>
    wrapped({ ...options, origin: originOf(options) }, handler, note);
}

/** The policy's own list, as a store that is asked for one origin at a time. */
const remembered = asking((options) => {
  const store = createCors(options);
  return rememberedOrigins(async (origin) => store.allows(origin));
});

/** The policy's own list, loaded as a whole. */
const listed = asking(({ origin }) => {
  const origins = [...(origin as readonly string[])];
  return originList(() => ({ origins }));
});

/** Whether a case's policy is a list of several origins, of which none is an expression. */
function isList({ options }: ExchangeCase): boolean {
  const { origin } = options;
  return (
    Array.isArray(origin) &&
    new Set(origin).size > 1 &&
    origin.every((entry) => typeof entry === "string")
  );
}

/** What a policy becomes is not told: its origin is another one by then. */
function ofLists({ name, ...subject }: Subject): Subject {
  return {
    name,
    open: (exchange, host) => subject.open(exchange, host),
    omits: (exchange) =>
      isList(exchange) ? undefined : "only a list of several origins is like it",
  };
}

/** On every runtime. */
export const rememberedSubjects: readonly Subject[] = [
  ofLists(inProcess("origins rememberedOrigins", remembered)),
];

/** Where timers outlive a request: not on Workers. */
export const originsSubjects: readonly Subject[] = [
  ...rememberedSubjects,
  ofLists(inProcess("origins originList", listed)),
];
