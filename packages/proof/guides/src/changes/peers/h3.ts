import { H3, handleCors } from "h3";
import type { Asked } from "@crossgate/testkit/ask";
import type { Outcome } from "../change.ts";
import { asRequest } from "./crossgate.ts";

export async function h3(options: object, asked: Asked): Promise<Outcome> {
  const app = new H3({ silent: true });
  app.use((event) => {
    const answer = handleCors(event, options);
    return answer === false ? undefined : answer;
  });
  app.get("/data", () => "data");
  return app.fetch(asRequest(asked));
}
