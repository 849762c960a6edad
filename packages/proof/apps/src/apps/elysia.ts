import { Elysia } from "elysia";
import { answerTo, PATHS } from "../answer.ts";

export function create(): object {
  const app = new Elysia();
  for (const path of PATHS) app.get(path, () => answerTo(path));
  return app;
}
