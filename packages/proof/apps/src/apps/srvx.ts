import { serve } from "srvx";
import { answerRequest } from "../answer.ts";

export function create(): object {
  return serve({ manual: true, fetch: answerRequest });
}
