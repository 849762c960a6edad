import type { Cors } from "@crossgate/core";
import { cors as crossgate } from "@crossgate/hono";
import { Hono, type MiddlewareHandler } from "hono";
import { cors as honoCors } from "hono/cors";
import { application } from "../application.ts";
import type { Family, Handler } from "../contender.ts";
import { HEADERS, MAX_AGE, METHODS } from "../policy.ts";
import { answerPreflight, isPreflight, setHeaders, setHeadersWithCare } from "./by-hand.ts";
import { OF_HONO } from "./differences.ts";

/** The floor: what Hono itself asks of any middleware that touches the response. */
const byHand: MiddlewareHandler = async (c, next) => {
  const request = c.req.raw;
  const origin = request.headers.get("origin");
  if (isPreflight(request, origin)) return answerPreflight(origin);
  await next();
  setHeaders(c.res.headers, origin);
  return undefined;
};

/** The same under R3, R4 and R6. */
const byHandWithCare: MiddlewareHandler = async (c, next) => {
  const request = c.req.raw;
  const origin = request.headers.get("origin");
  if (isPreflight(request, origin)) return answerPreflight(origin);
  await next();
  const { res } = c;
  const answer = setHeadersWithCare(res, origin);
  if (answer === res) return undefined;
  c.res = undefined;
  c.res = answer;
  return answer;
};

/** @param origin what the peer allows: a list, or a function that answers with the origin */
export function onHono(cors: Cors, origin: string[] | OriginOfHono): Family {
  const peer = honoCors({
    origin,
    allowMethods: [...METHODS],
    allowHeaders: [...HEADERS],
    credentials: true,
    maxAge: MAX_AGE,
  });
  return {
    bare: { name: "Hono", handle: app() },
    guarded: [
      { name: "hono/cors", handle: app(peer), differences: OF_HONO },
      { name: "@crossgate/hono", handle: app(crossgate(cors)) },
    ],
  };
}

type OriginOfHono = (origin: string) => string | null;

/** The headers set by hand for the list of three, beside what guards Hono. */
export function onHonoByHand(cors: Cors, origin: string[]): Family {
  const { bare, guarded } = onHono(cors, origin);
  return {
    bare,
    guarded: [
      { name: "Hono, set by hand", handle: app(byHand) },
      { name: "Hono, by hand, R3 R4 R6 kept", handle: app(byHandWithCare) },
      ...guarded,
    ],
  };
}

function app(middleware?: MiddlewareHandler): Handler {
  const hono = new Hono();
  if (middleware) hono.use(middleware);
  hono.get("/data", application);
  return (request) => hono.fetch(request);
}
