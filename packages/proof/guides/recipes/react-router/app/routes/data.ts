export function loader(): Response {
  return Response.json({ data: "hello world" });
}

export async function action({ request }: { readonly request: Request }): Promise<Response> {
  return Response.json({ received: await request.text() });
}
