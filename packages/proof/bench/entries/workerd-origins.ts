import { createCors } from "@crossgate/core";
import { exactOrigins } from "../src/sections/origins.ts";

let origin = exactOrigins(1);

// oxlint-disable-next-line import/no-default-export -- workerd runs the default export
export default {
  fetch(request: Request): Response {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/list") origin = exactOrigins(Number(searchParams.get("count")));
    else createCors({ origin });
    return new Response(`${origin.length}`);
  },
};
