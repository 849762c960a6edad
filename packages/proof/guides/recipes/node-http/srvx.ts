import { env } from "node:process";
import { serve } from "srvx";
import { fetch } from "./api.ts";

serve({ fetch, port: Number(env["PORT"] ?? 8787) });
