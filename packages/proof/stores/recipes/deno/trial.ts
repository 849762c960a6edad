// Run with Deno: the recipe against a database on disk.
import { tryStore } from "../../src/trial.ts";
import { allow, kvOrigins, remove } from "./kv.ts";

const { origin, kv, close } = await kvOrigins(Deno.args[0]);
await tryStore({
  origin,
  allow: (tenant, origin) => allow(kv, tenant, origin),
  remove: (tenant, origin) => remove(kv, tenant, origin),
});
await close();
console.log(JSON.stringify(["deno"]));
