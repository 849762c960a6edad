import { argv } from "node:process";
import { serve } from "@hono/node-server";
import { APPS, type Variant } from "../src/http/app.ts";
import { endWithParent } from "../src/http/end-with-parent.ts";

const fetch = APPS[argv[2] as Variant];
serve({ fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
  console.log(`http://127.0.0.1:${port}/`);
});
endWithParent();
