import type { Remedy } from "../report.ts";
import { allMethods, type WantedPolicy } from "../wanted-policy.ts";
import { jsObject, listed } from "./js-object.ts";

const remembered = 600;

export function crossgateRemedy(policy: WantedPolicy): Remedy {
  const options = jsObject({
    origin: [policy.origin],
    allowMethods: allMethods(policy),
    allowHeaders: policy.headers,
    exposeHeaders: listed(policy.expose),
    credentials: policy.credentials || undefined,
    maxAge: remembered,
  });
  return {
    server: "crossgate",
    where: "The policy, wherever createCors or an adapter gets it:",
    language: "js",
    snippet: `createCors(${options});`,
  };
}

export function honoRemedy(policy: WantedPolicy): Remedy {
  const options = jsObject({
    origin: [policy.origin],
    allowMethods: allMethods(policy),
    allowHeaders: listed(policy.headers),
    exposeHeaders: listed(policy.expose),
    credentials: policy.credentials || undefined,
    maxAge: remembered,
  });
  return {
    server: "hono",
    where:
      'In front of every route and every other middleware, instead of the present cors(); import { cors } from "hono/cors":',
    language: "js",
    snippet: `app.use("*", cors(${options}));`,
  };
}

export function expressRemedy(policy: WantedPolicy): Remedy {
  const options = jsObject({
    origin: [policy.origin],
    methods: allMethods(policy),
    allowedHeaders: listed(policy.headers),
    exposedHeaders: listed(policy.expose),
    credentials: policy.credentials || undefined,
    maxAge: remembered,
  });
  return {
    server: "express",
    where:
      'In front of every route, login and redirect, instead of headers set by hand; import cors from "cors":',
    language: "js",
    snippet: `app.use(cors(${options}));`,
  };
}
