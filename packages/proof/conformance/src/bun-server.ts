declare const Bun: { serve(options: object): { readonly port: number } };

/**
 * Serves with `Bun.serve`.
 *
 * @returns the address
 */
export function serveOnBun(
  served:
    | { fetch(request: Request): Promise<Response> }
    | { readonly routes: Readonly<Record<string, unknown>> },
): string {
  const { port } = Bun.serve({ hostname: "127.0.0.1", port: 0, ...served });
  return `http://127.0.0.1:${port}/`;
}
