import { resolve } from "node:path";
import { env } from "node:process";
import { pathToFileURL } from "node:url";
import type { Context } from "@netlify/functions";
import { serve } from "srvx";

/** Calls a function as Netlify does: for the paths of its `config`, and with what it reads of `context`. */
interface Module {
  readonly default: (request: Request, context: Context) => Promise<Response>;
  readonly config: { readonly path: `/${string}/*` };
}

const [, , file = ""] = process.argv;
const { config, default: handler }: Module = await import(pathToFileURL(resolve(file)).href);

serve({
  hostname: "127.0.0.1",
  port: Number(env["PORT"]),
  fetch(request) {
    const url = new URL(request.url);
    if (!url.pathname.startsWith(config.path.slice(0, -1))) {
      return new Response("Not Found", { status: 404 });
    }
    return handler(request, { url } as Context);
  },
});
