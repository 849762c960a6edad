import { initTRPC } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { answerTo } from "../answer.ts";

export const paths = {
  "/ok": "/trpc/ok",
  "/open": "/trpc/ok",
  "/throw/error": "/trpc/error",
  "/throw/text": "/trpc/text",
  "/throw/nothing": "/trpc/nothing",
  "/throw/response": "/trpc/response",
};

export function create(): object {
  const { procedure, router: createRouter } = initTRPC.create({ isDev: false });
  const fails = (path: string) => procedure.query(() => answerTo(path).status);
  const router = createRouter({
    ok: procedure.query(() => true),
    error: fails("/throw/error"),
    text: fails("/throw/text"),
    nothing: fails("/throw/nothing"),
    response: fails("/throw/response"),
  });
  return (req: Request) => fetchRequestHandler({ endpoint: "/trpc", req, router });
}
