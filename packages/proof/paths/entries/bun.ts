// The searches on Bun's own servers. Takes its extent as JSON, and prints its reports as JSON.
import { argv, exit } from "node:process";
import { BUN, serveOnBun } from "../src/routers/bun.ts";
import { listening } from "../src/routers/fetch-style.ts";
import { honoOn } from "../src/routers/hono.ts";
import { search } from "../src/search.ts";

const hono = honoOn(
  "hono on Bun.serve",
  listening((fetch) => serveOnBun({ fetch })),
);
const extent = JSON.parse(argv[2] ?? "");
console.log(JSON.stringify([await search(BUN, extent), await search(hono, extent)]));
exit();
