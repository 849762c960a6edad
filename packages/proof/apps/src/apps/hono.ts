import { Hono } from "hono";
import { answerTo, PATHS } from "../answer.ts";

export function create(): object {
  const app = new Hono();
  for (const path of PATHS) app.get(path, () => answerTo(path));
  return app;
}
