import { Response as OwnResponse } from "undici";
import { answerRequest } from "../answer.ts";

/** An app whose responses, returned and thrown, are of a class that is not the host's. */
export function create(): object {
  if ("Deno" in globalThis) throw new Error("Deno serves no response of another class");
  return {
    async fetch(request: Request): Promise<Response> {
      try {
        return await remake(answerRequest(request));
      } catch (thrown) {
        throw thrown instanceof Response ? await remake(thrown) : thrown;
      }
    },
  };
}

async function remake(response: Response): Promise<Response> {
  const { status, headers } = response;
  const remade = new OwnResponse(await response.text(), { status, headers: [...headers] });
  return remade as unknown as Response;
}
