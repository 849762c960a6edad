import { createCors } from "@crossgate/core";
import { serve } from "@hono/node-server";
import { logVerdict } from "../verdict-log.ts";
import { api } from "./api.ts";

const cors = createCors({ origin: "*", onVerdict: logVerdict });

serve({ fetch: cors.wrap(api), port: Number(process.env["PORT"]) });
