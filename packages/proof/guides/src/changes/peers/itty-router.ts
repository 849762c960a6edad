import { AutoRouter, cors } from "itty-router";
import type { Asked } from "@crossgate/testkit/ask";
import type { Outcome } from "../change.ts";
import { asRequest } from "./crossgate.ts";

export async function ittyRouter(options: object, asked: Asked): Promise<Outcome> {
  const { preflight, corsify } = cors(options);
  const router = AutoRouter({ before: [preflight], finally: [corsify] });
  router.get("/data", () => "data");
  const response: Response = await router.fetch(asRequest(asked));
  return response;
}
