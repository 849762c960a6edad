// What this package takes from the module that only workerd has. Not published: the official types
// declare it for users.
declare module "cloudflare:workers" {
  export function waitUntil(promise: Promise<unknown>): void;
}
