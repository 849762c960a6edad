const BODY = JSON.stringify({ data: "hello world" });

/** The application: the same under every contender, and as cheap as one can be. */
export function application(): Response {
  return new Response(BODY, { headers: { "content-type": "application/json" } });
}
