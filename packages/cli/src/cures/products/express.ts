import type { Product, Snippet } from "../product.ts";
import { jsObject, list, listed } from "../text.ts";
import { isTwofold, type Wanted } from "../wanted.ts";
import { maxAge } from "./headers.ts";

/** The options of the npm package cors, which Express and NestJS take. */
export function expressOptions(wanted: Wanted): Readonly<Record<string, unknown>> {
  return {
    origin: wanted.everyone && !wanted.credentials ? "*" : wanted.origins,
    methods: wanted.methods,
    // Without a list it allows the headers that are asked for.
    allowedHeaders: wanted.anyHeader ? undefined : wanted.headers,
    exposedHeaders: listed(wanted.expose),
    credentials: wanted.credentials || undefined,
    maxAge,
  };
}

/** An argument of `cors()` that names some with credentials, and lets everyone else read without. */
export function expressArgument(wanted: Wanted): string {
  if (!isTwofold(wanted)) return jsObject(expressOptions(wanted));
  const open = { ...wanted, credentials: false };
  return `(request, done) => {
  const isNamed = ${list(wanted.origins)}.includes(request.headers.origin);
  const named = ${jsObject(expressOptions({ ...wanted, everyone: false }), "  ")};
  const open = ${jsObject(expressOptions(open), "  ")};
  done(null, isNamed ? named : open);
}`;
}

function allow(wanted: Wanted): Snippet {
  return {
    edit: wanted.isSet ? "change" : "add",
    where:
      'In front of every route, login and redirect, instead of headers set by hand; import cors from "cors":',
    language: "js",
    code: `app.use(cors(${expressArgument(wanted)}));`,
  };
}

export const express: Product = {
  name: "express",
  title: "Express",
  audience: "server",
  docs: "https://expressjs.com/en/resources/middleware/cors.html",
  proven: true,
  coversFailures: true,
  signs: [
    { in: "x-powered-by", pattern: /^express$/i, sure: 3 },
    { in: "access-control-allow-methods", pattern: /^GET,HEAD,PUT,PATCH,POST,DELETE$/, sure: 2 },
  ],
  allow,
  enlarge: () => ({
    edit: "change",
    where: "Instead of the present express.json():",
    language: "js",
    code: 'app.use(express.json({ limit: "10mb" }));',
  }),
};

export const nest: Product = {
  name: "nestjs",
  title: "NestJS",
  audience: "server",
  docs: "https://docs.nestjs.com/security/cors",
  proven: true,
  coversFailures: true,
  signs: [
    {
      in: "body",
      pattern: /"message":"Cannot [A-Z]+ [^"]*","error":"[^"]*","statusCode":404/,
      sure: 3,
    },
  ],
  allow: (wanted) => ({
    edit: wanted.isSet ? "change" : "add",
    where:
      "In main.ts, between NestFactory.create() and app.listen(), instead of the present enableCors():",
    language: "js",
    code: `app.enableCors(${expressArgument(wanted)});`,
  }),
};
