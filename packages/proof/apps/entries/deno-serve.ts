// Serves every app on Deno by Deno.serve: a function beside options, and the app itself.
import { withCors } from "@crossgate/deno";
import { fetchOf } from "../src/fetch-of.ts";
import type { DenoLike, Guard } from "../src/host-types.ts";
import { POLICIES, type GateName } from "../src/policies.ts";
import { startAll } from "../src/start-all.ts";

const { Deno } = globalThis as unknown as { readonly Deno: DenoLike };
const ADDRESS = { hostname: "127.0.0.1", port: 0, onListen() {} };

await startAll({
  function: (app, gate) => Deno.serve(ADDRESS, guarded(fetchOf(app), gate)).addr.port,
  object: (app, gate) => Deno.serve(guarded(withAddress(app), gate)).addr.port,
});

function guarded(served: object, gate: GateName): object {
  return gate === "none" ? served : (withCors as unknown as Guard)(served, POLICIES[gate]);
}

/**
 * The app as it is, with an address that is free; the app's own members stay where they are. Deno
 * takes a function as a handler whatever its members are, which is the other form.
 */
function withAddress(app: object): object {
  if (typeof app === "function") throw new Error("Deno.serve takes it for a handler");
  return new Proxy(app, {
    get: (target, name) =>
      Object.hasOwn(ADDRESS, name)
        ? ADDRESS[name as keyof typeof ADDRESS]
        : (Reflect.get(target, name) as unknown),
  });
}
