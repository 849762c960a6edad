// What the entries use of Deno and Bun; this package is compiled with Node's types alone.
export interface DenoLike {
  serve(options: object, handler?: unknown): { readonly addr: { readonly port: number } };
}

export interface BunLike {
  serve(options: object): { readonly port: number };
}

/** `withCors` as a stranger calls it: with any object. */
export type Guard = (served: object, policy: object) => object;
