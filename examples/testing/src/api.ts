import { createCors } from "@crossgate/core";

const cors = createCors({
  origin: ["https://myapp.com", "https://admin.myapp.com"],
  allowMethods: ["GET", "PUT"],
  allowHeaders: ["content-type"],
  exposeHeaders: ["etag"],
  credentials: true,
});

/** A document that pages of two origins may read and replace. */
export function createApi(): (request: Request) => Response | Promise<Response> {
  let document = "{}";
  return cors.wrap(async (request: Request) => {
    if (request.method === "PUT") document = await request.text();
    const headers = { "content-type": "application/json", etag: `"${document.length}"` };
    return new Response(document, { headers });
  });
}
