import { createCors } from "@crossgate/core";
import { application } from "../application.ts";
import { byHand } from "../contenders/by-hand.ts";
import { type Answer, actual, preflight } from "../loads.ts";
import { cors, ORIGINS } from "../policy.ts";
import { checked, type Comparison, type Trial } from "../trial.ts";

const BARE = "bare handler";
const ORIGIN = ORIGINS[1];
const ASKED = "authorization,content-type,x-request-id";
const ACTUAL = actual(ORIGIN);
const PREFLIGHT = preflight(ORIGIN, ASKED);

/** What other ways to say who may do what cost, under the same two requests. */
export function kinds(): readonly Comparison[] {
  const list = cors.wrap(application);
  const everyone = createCors({ origin: "*" });
  const echoing = createCors({ origin: ORIGINS, credentials: true, allowMethods: "*" });
  return [
    {
      load: "actual, allowed",
      trials: [
        { contender: BARE, work: application, requests: [ACTUAL] },
        checked("set by hand", byHand(application), ACTUAL, ALLOWED, BARE),
        checked("list of three", list, ACTUAL, ALLOWED, BARE),
        checked('"*"', everyone.wrap(application), ACTUAL, OPEN, BARE),
      ],
    },
    {
      load: "preflight, allowed",
      trials: [
        reading(PREFLIGHT),
        checked("set by hand", byHand(application), PREFLIGHT, LISTED),
        checked("fixed lists", list, PREFLIGHT, LISTED),
        checked("credentialed echo, set by hand", echoByHand, PREFLIGHT, ECHOED),
        checked("credentialed echo", echoing.wrap(application), PREFLIGHT, ECHOED),
      ],
    },
  ];
}

/** Nothing but what any response to a preflight has to look at. */
export function reading(request: Request): Trial {
  return {
    contender: "reading the headers",
    requests: [request],
    work: ({ headers }) => [
      headers.get("origin"),
      headers.get("access-control-request-method"),
      headers.get("access-control-request-headers"),
    ],
  };
}

/** As it is mostly written: without a look at what is echoed. */
function echoByHand({ headers }: Request): Response {
  return new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-origin": headers.get("origin") ?? "",
      "access-control-allow-credentials": "true",
      "access-control-allow-methods": headers.get("access-control-request-method") ?? "",
      "access-control-allow-headers": headers.get("access-control-request-headers") ?? "",
      "access-control-max-age": "600",
      vary: "Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
    },
  });
}

const CREDENTIALED = {
  "access-control-allow-origin": ORIGIN,
  "access-control-allow-credentials": "true",
};
const ALLOWED: Answer = { status: 200, headers: { ...CREDENTIALED, vary: "origin" } };
const OPEN: Answer = { status: 200, headers: { "access-control-allow-origin": "*" } };
const LISTED: Answer = {
  status: 204,
  headers: {
    ...CREDENTIALED,
    "access-control-allow-methods": "get,post,put,delete",
    "access-control-allow-headers": "content-type,authorization",
    "access-control-max-age": "7200",
    vary: "origin",
  },
};
const ECHOED: Answer = {
  status: 204,
  headers: {
    ...CREDENTIALED,
    "access-control-allow-methods": "put",
    "access-control-allow-headers": ASKED,
    "access-control-max-age": "600",
    vary: "origin,access-control-request-method,access-control-request-headers",
  },
};
