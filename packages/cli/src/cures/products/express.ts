import type { Product, Snippet } from "../product.ts";
import type { Wanted } from "../wanted.ts";
import { expressArgument } from "./express-options.ts";

function allow(wanted: Wanted): Snippet {
  return {
    edit: wanted.isSet ? "change" : "add",
    where:
      'In front of every route, login and redirect, instead of the present cors() and of headers set by hand; import cors from "cors":',
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
