// Without any type package, handlers written inline still have types.
import { withCors } from "@crossgate/bun";

export const guarded = withCors(
  {
    port: 0,
    fetch: (request, server) => new Response(request.url + server.requestIP(request)?.address),
    routes: {
      "/users/:id": (request) => Response.json({ id: request.params.id }),
      "/posts/:post/*": { GET: (request) => new Response(request.params.post) },
      "/fixed": new Response("always the same"),
      "/off": false,
      "/socket": (request, server) =>
        server.upgrade(request, { data: { room: 1 } }) ? undefined : new Response("no handshake"),
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
  { origin: (origin, server) => origin.endsWith(`:${server.port}`) },
);

/** Other options keep their types. */
export const port: number = guarded.port;

export const selected = withCors({ fetch: () => new Response("hello") }, (request, server) => ({
  origin: `https://${new URL(request.url).host}:${server.port}`,
}));

withCors(
  {
    routes: {
      // @ts-expect-error: the path has no such parameter
      "/users/:id": (request) => new Response(request.params.name),
    },
  },
  { origin: "*" },
);

// @ts-expect-error: neither a handler nor anything else that Bun knows
withCors({ fetch: "hello" }, { origin: "*" });
