import { createCors } from "@crossgate/core";
import { serve } from "@hono/node-server";
import { api } from "./api.ts";
import policy from "./policy.ts";

const cors = createCors(policy);

serve({ fetch: cors.wrap(api), port: Number(process.env["PORT"]) });
