// With @types/bun: handlers written inline are typed, those with the official types fit, and
// Bun.serve and server.reload take the result.
import { createCors } from "@crossgate/core";
import { withCors } from "@crossgate/bun";

const POLICY = { origin: "https://myapp.com" } as const;

const server = Bun.serve(
  withCors(
    {
      port: 0,
      fetch(request, server) {
        console.log(this.url, server.requestIP(request)?.address);
        return new Response(request.url);
      },
    },
    {
      origin: (origin, server) => origin.endsWith(`:${server.port}`),
      onVerdict: (verdict, request, server) => console.log(verdict.detail, request.url, server.url),
    },
  ),
);

export const everyRoute = Bun.serve(
  withCors(
    {
      port: 0,
      routes: {
        "/users/:id": (request) => Response.json({ id: request.params.id }),
        "/users/:id/posts/:post": {
          GET: (request) => new Response(request.params.id + request.params.post),
          POST: async (request) => new Response(await request.text()),
          DELETE: new Response(null, { status: 204 }),
        },
        "/cookies": (request) => new Response(request.cookies.get("session")),
        "/fixed": new Response("always the same"),
        "/file": Bun.file("file.txt"),
        "/off": false,
        "/socket": (request, server) =>
          server.upgrade(request, { data: { room: 1 } }) ? undefined : new Response("no handshake"),
        "/official/:id": (
          request: Bun.BunRequest<"/official/:id">,
          server: Bun.Server<{ room: number }>,
        ) => new Response(request.params.id + server.url),
      },
      error: (error) => new Response(error.message, { status: 500 }),
      websocket: {
        data: {} as { room: number },
        message(socket, message) {
          socket.send(message);
          console.log(socket.data.room.toFixed());
        },
      },
    },
    createCors({ origin: "*" }),
  ),
);

const guarded = withCors(
  { routes: { "/users/:id": (request) => new Response(request.params.id) } },
  (request, server) => (request.url.length > server.pendingRequests ? POLICY : POLICY),
);
Bun.serve(guarded);
server.reload(guarded);

export async function callAsAHostDoes(request: Request): Promise<Response> {
  return guarded.fetch(request, server);
}

withCors(
  {
    routes: {
      // @ts-expect-error: the path has no such parameter
      "/users/:id": (request) => new Response(request.params.name),
    },
  },
  POLICY,
);
