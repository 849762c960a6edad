import type { Product } from "../product.ts";
import { jsObject } from "../text.ts";
import { isTwofold } from "../wanted.ts";
import { expressArgument, expressOptions } from "./express-options.ts";

export const fastify: Product = {
  name: "fastify",
  title: "Fastify with @fastify/cors",
  audience: "server",
  docs: "https://github.com/fastify/fastify-cors",
  proven: true,
  coversFailures: true,
  signs: [
    { in: "body", pattern: /"message":"Route [A-Z]+:[^"]* not found"/, sure: 3 },
    {
      in: "body",
      pattern: /^\{"statusCode":\d{3},("code":"[^"]*",)?"error":"[^"]*","message":"[^"]*"\}$/,
      sure: 1,
    },
  ],
  allow: (wanted) => ({
    edit: wanted.isSet ? "change" : "add",
    where:
      'In front of every route and hook, instead of the present registration; import cors from "@fastify/cors":',
    language: "js",
    code: isTwofold(wanted)
      ? `await app.register(cors, {\n  hook: "onRequest",\n  delegator: ${expressArgument(wanted).replaceAll("\n", "\n  ")},\n});`
      : `await app.register(cors, ${jsObject(expressOptions(wanted))});`,
  }),
};
