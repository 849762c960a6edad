import { createServerAdapter } from "@whatwg-node/server";
import { answerRequest } from "../answer.ts";

export function create(): object {
  return createServerAdapter(answerRequest);
}
