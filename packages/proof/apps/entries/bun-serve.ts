// Serves every app on Bun by Bun.serve: options around a function, and the app itself.
import { withCors } from "@crossgate/bun";
import { fetchOf } from "../src/fetch-of.ts";
import type { BunLike, Guard } from "../src/host-types.ts";
import { POLICIES, type GateName } from "../src/policies.ts";
import { startAll } from "../src/start-all.ts";

const { Bun } = globalThis as unknown as { readonly Bun: BunLike };
const ADDRESS = { hostname: "127.0.0.1", port: 0, development: false };

await startAll({
  function: (app, gate) => Bun.serve(guarded({ ...ADDRESS, fetch: fetchOf(app) }, gate)).port,
  object: (app, gate) => Bun.serve(guarded(withAddress(app), gate)).port,
});

function guarded(served: object, gate: GateName): object {
  return gate === "none" ? served : (withCors as unknown as Guard)(served, POLICIES[gate]);
}

/** The app as it is, with an address that is free; the app's own members stay where they are. */
function withAddress(app: object): object {
  return new Proxy(app, {
    get: (target, name) =>
      Object.hasOwn(ADDRESS, name)
        ? ADDRESS[name as keyof typeof ADDRESS]
        : (Reflect.get(target, name) as unknown),
  });
}
