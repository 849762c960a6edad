import type { Product } from "../product.ts";
import { expressArgument } from "./express-options.ts";

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
