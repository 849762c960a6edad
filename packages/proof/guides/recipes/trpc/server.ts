import { env } from "node:process";
import { createCors } from "@crossgate/core";
import { initTRPC } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { serve } from "srvx";
import { z } from "zod";

const cors = createCors({
  origin: ["https://myapp.com", "http://localhost:*"],
  allowMethods: ["GET", "POST"],
  allowHeaders: ["content-type", "authorization", "trpc-accept"],
  credentials: true,
  maxAge: 7200,
});

const { procedure, router: createRouter } = initTRPC.create();

const router = createRouter({
  hello: procedure.query(() => "hello world"),
  save: procedure
    .input(z.object({ text: z.string() }))
    .mutation(({ input }) => ({ received: input.text })),
  fails: procedure.query((): string => {
    throw new Error("the database is down");
  }),
});

export type AppRouter = typeof router;

serve({
  fetch: cors.wrap((req: Request) => fetchRequestHandler({ endpoint: "/trpc", req, router })),
  port: Number(env["PORT"] ?? 8787),
});
