/** The application; it knows nothing of CORS. */
export function api(request: Request): Response {
  return Response.json({ path: new URL(request.url).pathname });
}
