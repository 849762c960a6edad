/** What every app can be asked for: the same routes in the words of each framework. */
export const PATHS = [
  "/ok",
  "/open",
  "/throw/error",
  "/throw/text",
  "/throw/nothing",
  "/throw/response",
] as const;

export type Path = (typeof PATHS)[number];

/** The answer of a route, or what it throws. */
export function answerTo(path: string): Response {
  switch (path) {
    case "/ok":
      return Response.json({ ok: true }, { headers: { vary: "Accept", "x-request-id": "1" } });
    case "/open":
      return new Response("its own CORS headers", { headers: OPEN });
    case "/throw/error":
      throw new Error("the route's own");
    case "/throw/text":
      // oxlint-disable-next-line typescript/only-throw-error -- as strangers' routes do
      throw "a text";
    case "/throw/nothing":
      // oxlint-disable-next-line typescript/only-throw-error -- as strangers' routes do
      throw undefined;
    case "/throw/response":
      // oxlint-disable-next-line typescript/only-throw-error -- as strangers' routes do
      throw new Response("thrown", { status: 418, headers: { "x-thrown": "yes" } });
    default:
      return new Response("no such route", { status: 404 });
  }
}

/** What an app that once did CORS by hand still sends to everyone. */
const OPEN = {
  "access-control-allow-origin": "*",
  "access-control-allow-credentials": "true",
  "access-control-allow-methods": "DELETE",
  "access-control-max-age": "86400",
};

export function answerRequest(request: Request): Response {
  return answerTo(new URL(request.url).pathname);
}
