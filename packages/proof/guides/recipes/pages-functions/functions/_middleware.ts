import { createCors } from "@crossgate/core";

const cors = createCors({
  origin: ["https://myapp.com", "http://localhost:*"],
  allowMethods: ["GET", "POST", "PUT"],
  allowHeaders: ["content-type"],
  credentials: true,
  maxAge: 7200,
  onError: (error) => {
    console.error(error);
    return Response.json({ error: "internal" }, { status: 500 });
  },
});

const gated = cors.wrap((_: Request, next: () => Promise<Response>) => next());

export const onRequest: PagesFunction = ({ request, next }) => gated(request, () => next());
