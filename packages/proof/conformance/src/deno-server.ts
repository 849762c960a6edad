declare const Deno: {
  serve(
    options: object,
    handler: (request: Request) => Promise<Response>,
  ): { readonly addr: { readonly port: number } };
};

/**
 * Serves a handler with `Deno.serve`.
 *
 * @returns the address
 */
export function serveOnDeno(handler: (request: Request) => Promise<Response>): string {
  // Deno itself would say where it listens, in other words.
  const { addr } = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, handler);
  return `http://127.0.0.1:${addr.port}/`;
}
