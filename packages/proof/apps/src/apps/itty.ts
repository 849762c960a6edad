import { AutoRouter } from "itty-router";
import { answerTo, PATHS } from "../answer.ts";

export function create(): object {
  const router = AutoRouter();
  for (const path of PATHS) router.get(path, () => answerTo(path));
  return router;
}
