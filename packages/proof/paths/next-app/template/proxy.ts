import { corsProxy } from "@crossgate/next";
import { type NextFetchEvent, type NextRequest, NextResponse } from "next/server";
import { createGate } from "../../src/policy.ts";
import type { Setting } from "../../src/setting.ts";
import settings from "./settings.json";

const proxies = (settings as unknown as readonly Setting[]).map(({ rules }) =>
  corsProxy(createGate(rules), { routeHandlersOnly: true }),
);

/** The gate of the setting that a request names, in front of handlers that have none. */
export function proxy(request: NextRequest, event: NextFetchEvent): Promise<Response> | Response {
  const guarded = proxies[Number(request.headers.get("x-proxied") ?? -1)];
  return guarded ? guarded(request, event) : NextResponse.next();
}
