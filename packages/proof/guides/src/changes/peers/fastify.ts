import cors, { type FastifyCorsOptions } from "@fastify/cors";
import Fastify from "fastify";
import type { Asked } from "@crossgate/testkit/ask";
import type { Outcome } from "../change.ts";

export async function fastify(options: object, asked: Asked): Promise<Outcome> {
  const app = Fastify();
  try {
    await app.register(cors, options as FastifyCorsOptions);
    app.get("/data", async () => "data");
    const { method, path: url, headers = {} } = asked;
    const { statusCode, headers: answered } = await app.inject({
      method: method as "GET",
      url,
      headers,
    });
    const lines = Object.entries(answered).map(([name, value]) => [name, String(value)]);
    return { status: statusCode, headers: new Headers(Object.fromEntries(lines)) };
  } finally {
    await app.close();
  }
}
