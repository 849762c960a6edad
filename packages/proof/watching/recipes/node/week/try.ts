import { reportOnly } from "@crossgate/core/report-only";
import { serve } from "@hono/node-server";
import { api } from "./api.ts";
import policy from "./policy.ts";

const gate = reportOnly({ origin: "*" }, policy, ({ change, candidate }) => {
  const { origin, reason, detail } = candidate;
  console.log(JSON.stringify({ change, origin, reason, detail }));
});

serve({ fetch: gate.wrap(api), port: Number(process.env["PORT"]) });
