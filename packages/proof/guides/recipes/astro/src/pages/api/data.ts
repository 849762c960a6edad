import type { APIRoute } from "astro";

export const GET: APIRoute = () => Response.json({ data: "hello world" });

export const POST: APIRoute = async ({ request }) =>
  Response.json({ received: await request.text() });
