import { CorsConfigError, createCors, type CorsOptions } from "@crossgate/core";
import type { Asked } from "@crossgate/testkit/ask";
import type { Outcome } from "../change.ts";

export async function crossgate(options: object, asked: Asked): Promise<Outcome> {
  try {
    const cors = createCors(options as CorsOptions);
    return await cors.wrap(() => new Response("data"))(asRequest(asked));
  } catch (error) {
    if (error instanceof CorsConfigError) return "refused";
    throw error;
  }
}

export function asRequest({ method, path, headers }: Asked): Request {
  return new Request(`https://api.example.com${path}`, { method, ...(headers && { headers }) });
}
