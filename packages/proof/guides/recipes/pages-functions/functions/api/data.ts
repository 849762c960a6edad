export const onRequestGet: PagesFunction = () => Response.json({ data: "hello world" });

export const onRequestPost: PagesFunction = async ({ request }) =>
  Response.json({ received: await request.text() });
