export function loader(): Response {
  return Response.json({ error: "not found" }, { status: 404 });
}
