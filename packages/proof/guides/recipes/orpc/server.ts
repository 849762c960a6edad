import { env } from "node:process";
import { createCors } from "@crossgate/core";
import { os } from "@orpc/server";
import { RPCHandler } from "@orpc/server/fetch";
import { serve } from "srvx";

const cors = createCors({
  origin: ["https://myapp.com", "http://localhost:*"],
  allowMethods: ["GET", "POST"],
  allowHeaders: ["content-type", "authorization"],
  credentials: true,
  maxAge: 7200,
});

const router = {
  hello: os.handler(() => "hello world"),
  fails: os.handler((): string => {
    throw new Error("the database is down");
  }),
};

export type AppRouter = typeof router;

const rpc = new RPCHandler(router);

async function handle(request: Request): Promise<Response> {
  const { response } = await rpc.handle(request, { prefix: "/rpc" });
  return response ?? new Response("Not Found", { status: 404 });
}

serve({ fetch: cors.wrap(handle), port: Number(env["PORT"] ?? 8787) });
