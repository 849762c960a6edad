import { argv } from "node:process";
import { serve } from "@hono/node-server";
import { allCases } from "../src/cases/all.ts";
import { serveCases } from "../src/serve-cases.ts";
import { mountedOnOldest } from "../src/subjects/hono.ts";

const upstream = argv[2] ?? "";
const fetch = serveCases(allCases, mountedOnOldest, { upstream });
serve({ hostname: "127.0.0.1", port: 0, fetch }, ({ port }) => {
  console.log(`http://127.0.0.1:${port}/`);
});
