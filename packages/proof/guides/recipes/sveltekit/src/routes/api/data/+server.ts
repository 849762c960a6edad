import { json, type RequestHandler } from "@sveltejs/kit";

export const GET: RequestHandler = () => json({ data: "hello world" });

export const POST: RequestHandler = async ({ request }) => json({ received: await request.text() });
