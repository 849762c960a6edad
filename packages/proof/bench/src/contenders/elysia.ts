import type { Cors } from "@crossgate/core";
import { cors as elysiaCors } from "@elysiajs/cors";
import { Elysia } from "elysia";
import { CloudflareAdapter } from "elysia/adapter/cloudflare-worker";
import { application } from "../application.ts";
import type { Family } from "../contender.ts";
import { HEADERS, MAX_AGE, METHODS } from "../policy.ts";
import { OF_ELYSIA } from "./differences.ts";

/** A Worker may make code of strings only while it starts, so Elysia's routes are compiled there. */
const options = navigator.userAgent === "Cloudflare-Workers" ? { adapter: CloudflareAdapter } : {};

const bare = new Elysia(options).get("/data", application).compile();

/** @param origin what the peer allows: a list, or an expression */
export function onElysia(cors: Cors, origin: string[] | RegExp): Family {
  const guarded = new Elysia(options)
    .use(
      elysiaCors({
        origin,
        methods: [...METHODS],
        allowedHeaders: [...HEADERS],
        exposeHeaders: [],
        credentials: true,
        maxAge: MAX_AGE,
      }),
    )
    .get("/data", application)
    .compile();
  return {
    bare: { name: "Elysia", handle: (request) => bare.handle(request) },
    guarded: [
      {
        name: "@elysiajs/cors",
        handle: (request) => guarded.handle(request),
        differences: OF_ELYSIA,
      },
      {
        name: "crossgate wrap around Elysia",
        handle: cors.wrap((request: Request): Response | Promise<Response> => bare.handle(request)),
      },
    ],
  };
}
