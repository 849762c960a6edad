/** What `wrangler types` knows of the Worker. */
declare module "cloudflare:workers" {
  export const exports: { readonly default: { fetch(request: Request): Promise<Response> } };
}
