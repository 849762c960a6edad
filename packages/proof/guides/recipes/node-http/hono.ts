import { createServer } from "node:http";
import { env } from "node:process";
import { getRequestListener } from "@hono/node-server";
import { fetch } from "./api.ts";

createServer(getRequestListener(fetch)).listen(Number(env["PORT"] ?? 8787));
