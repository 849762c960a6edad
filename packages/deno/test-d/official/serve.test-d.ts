// With Deno's own types: handlers written inline get the official ones, and Deno.serve and deno serve
// take the result in every call form.
import { createCors } from "@crossgate/core";
import { withCors } from "@crossgate/deno";

const POLICY = { origin: "https://myapp.com" } as const;

export const handlerAlone = Deno.serve(
  withCors(
    (request, info) => {
      const address: Deno.NetAddr = info.remoteAddr;
      return new Response(request.url + address.hostname);
    },
    {
      origin: (origin, info) => origin.endsWith(`:${info.remoteAddr.port}`),
      onVerdict: (verdict, request, info) =>
        console.log(verdict.detail, request.url, info.remoteAddr.hostname),
    },
  ),
);

export const optionsAndHandler = Deno.serve(
  { port: 0 },
  withCors(async (request, info) => new Response(request.url + info.remoteAddr.hostname), POLICY),
);

export const overUnix = Deno.serve(
  { path: "/tmp/socket" },
  withCors((request, info) => new Response(request.url + info.remoteAddr.path), POLICY),
);

export const oneObject = Deno.serve(
  withCors(
    {
      port: 0,
      handler: (request, info) => new Response(request.url + info.remoteAddr.hostname),
      onError: (error) => new Response(String(error), { status: 500 }),
      onListen: ({ port }) => console.log(port.toFixed()),
    },
    (request, info) => (request.url.includes(info.remoteAddr.hostname) ? POLICY : POLICY),
  ),
);

export const defaultExport = withCors(
  {
    fetch(request, info) {
      const { remoteAddr } = info;
      return new Response(remoteAddr.transport === "tcp" ? remoteAddr.hostname : request.url);
    },
    onListen: (address) => console.log(address),
  },
  createCors({ origin: "*" }),
) satisfies Deno.ServeDefaultExport;

// @ts-expect-error: no handler
withCors({ port: 0 }, POLICY);
