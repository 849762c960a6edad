import { createCors } from "@crossgate/core";
import { freshOrigins } from "../src/sections/origins.ts";

let origin = freshOrigins(1);
let made: unknown;

// oxlint-disable-next-line import/no-default-export -- workerd runs the default export
export default {
  fetch(request: Request): Response {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/list") origin = freshOrigins(Number(searchParams.get("count")));
    else made = pathname === "/set" ? new Set(origin) : createCors({ origin });
    return new Response(`${origin.length} ${typeof made}`);
  },
};
