import { H3 } from "h3";
import { answerTo, PATHS } from "../answer.ts";

export function create(): object {
  const app = new H3();
  for (const path of PATHS) app.get(path, () => answerTo(path));
  return app;
}
