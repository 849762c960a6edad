import { cors as crossgate } from "@crossgate/hono";
import { Hono, type MiddlewareHandler } from "hono";
import { cors as honoCors } from "hono/cors";
import { application } from "../application.ts";
import type { Family, Handler } from "../contender.ts";
import { cors, HEADERS, MAX_AGE, METHODS, ORIGINS } from "../policy.ts";
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

const peer = honoCors({
  origin: [...ORIGINS],
  allowMethods: [...METHODS],
  allowHeaders: [...HEADERS],
  credentials: true,
  maxAge: MAX_AGE,
});

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

export const onHono: Family = {
  bare: { name: "Hono", handle: app() },
  guarded: [
    { name: "Hono, set by hand", handle: app(byHand) },
    { name: "Hono, by hand, R3 R4 R6 kept", handle: app(byHandWithCare) },
    {
      name: "hono/cors",
      handle: app(peer),
      differences: OF_HONO,
    },
    { name: "@crossgate/hono", handle: app(crossgate(cors)) },
  ],
};

function app(middleware?: MiddlewareHandler): Handler {
  const hono = new Hono();
  if (middleware) hono.use(middleware);
  hono.get("/data", application);
  return (request) => hono.fetch(request);
}
