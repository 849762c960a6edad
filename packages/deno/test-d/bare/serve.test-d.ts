// Without any type package, handlers written inline still have types.
import { withCors } from "@crossgate/deno";

export const handler = withCors(
  (request, info) => new Response(request.url + info.remoteAddr.hostname),
  { origin: (origin, info) => origin.endsWith(`:${info.remoteAddr.port}`) },
);

export const init = withCors(
  {
    port: 8000,
    handler: async (request, info) => new Response(request.url + info.remoteAddr.port.toFixed()),
    onError: (error) => new Response(String(error), { status: 500 }),
    onListen: (address) => console.log(address.port.toFixed()),
  },
  (request, info) => ({ origin: `https://${new URL(request.url).host}:${info.remoteAddr.port}` }),
);

/** Other options keep their types. */
export const port: number = init.port;

export const served = withCors(
  { fetch: (request, info) => new Response(request.url + info.remoteAddr.hostname) },
  { origin: "*" },
);

/** The result may be a promise, even if the handler's is not. */
export const answer: Promise<Response> | Response = handler(new Request("https://myapp.com"), {
  remoteAddr: { transport: "tcp", hostname: "127.0.0.1", port: 1 },
  completed: Promise.resolve(),
});

// @ts-expect-error: an object needs a handler
withCors({ port: 8000 }, { origin: "*" });
