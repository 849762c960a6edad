import type { PageRequestInit } from "./init.ts";
import { isReferrerPolicy } from "./referrer.ts";

const modes = ["same-origin", "no-cors", "cors"];
const credentials = ["omit", "same-origin", "include"];
const redirects = ["follow", "error", "manual"];
const spaces = ["public", "local", "loopback"];
const caches = ["default", "no-store", "reload", "no-cache", "force-cache", "only-if-cached"];

/**
 * What the bindings of `RequestInit` check before anything else looks at it.
 *
 * @throws TypeError for a value that is none of its enumeration
 * @see https://fetch.spec.whatwg.org/#requestinit
 */
export function assertMembers(init: PageRequestInit): void {
  assertOneOf("mode", init.mode, modes);
  assertOneOf("credentials", init.credentials, credentials);
  assertOneOf("redirect", init.redirect, redirects);
  assertOneOf("cache", init.cache, caches);
  assertOneOf("duplex", init.duplex, ["half"]);
  assertOneOf("targetAddressSpace", init.targetAddressSpace, spaces);
  assertOneOf("priority", init.priority, ["high", "low", "auto"]);
  if (init.window !== undefined && init.window !== null)
    throw new TypeError("A request of a script can have null alone as its window.");
  const { referrerPolicy = "" } = init;
  if (referrerPolicy !== "" && !isReferrerPolicy(referrerPolicy)) {
    throw new TypeError(`'${referrerPolicy as string}' is no referrerPolicy.`);
  }
}

function assertOneOf(member: string, value: string | undefined, values: readonly string[]): void {
  if (value === undefined || values.includes(value)) return;
  throw new TypeError(`A request of a script cannot have ${member} '${value}'.`);
}
