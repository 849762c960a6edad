// The searches on Deno's own servers. Takes its extent as JSON, and prints its reports as JSON.
import { argv, exit } from "node:process";
import { type Fetch, listening } from "../src/routers/fetch-style.ts";
import { honoOn } from "../src/routers/hono.ts";
import { urlPatternOn } from "../src/routers/url-pattern.ts";
import { search } from "../src/search.ts";

declare const Deno: {
  serve(
    options: object,
    handler: Fetch,
  ): { readonly addr: { readonly port: number }; shutdown(): Promise<void> };
};

const host = listening((fetch) => {
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, fetch);
  return { port: server.addr.port, stop: () => server.shutdown() };
});

const extent = JSON.parse(argv[2] ?? "");
const reports = [
  await search(honoOn("hono on Deno.serve", host), extent),
  await search(urlPatternOn("URLPattern on Deno.serve", host), extent),
];
console.log(JSON.stringify(reports));
exit();
