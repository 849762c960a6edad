import { type IRequest, Router } from "itty-router";
import { answerOf, type Subject } from "../subject.ts";
import { escapedPath } from "./escaped-path.ts";
import { guard, inProcess } from "./fetch-style.ts";

export const ITTY: Subject = {
  name: "itty-router",
  start: ({ routes }, gate) => {
    const router = Router();
    for (const [index, route] of routes.entries()) {
      // Its routes are regular expressions.
      const path = escapedPath(route).replace(/[$+()]/g, "\\$&");
      router.all(path, ({ url, params }: IRequest) =>
        answerOf(index, new URL(url).pathname, params),
      );
    }
    router.all("*", () => new Response("nowhere", { status: 404 }));
    return inProcess(guard((request) => router.fetch(request) as Promise<Response>, gate));
  },
};
