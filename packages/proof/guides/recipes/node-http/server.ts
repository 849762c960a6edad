import { createServer } from "node:http";
import { env } from "node:process";
import { createRequestListener } from "@remix-run/node-fetch-server";
import { fetch } from "./api.ts";

createServer(createRequestListener(fetch)).listen(Number(env["PORT"] ?? 8787));
