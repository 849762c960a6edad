import type { Exchange } from "@crossgate/browser";
import { safelistedMethods } from "../safelisted-methods.ts";

/** The smallest policy under which the page's request is readable. */
export interface WantedPolicy {
  readonly origin: string;
  readonly credentials: boolean;
  /** Methods that need permission; usually one or none. */
  readonly methods: readonly string[];
  /** Request headers that need permission, lower case. */
  readonly headers: readonly string[];
  /** Response headers the page will want to read. */
  readonly expose: readonly string[];
}

/** What the server has to allow, from what the browser asked for. */
export function wantedPolicy(
  exchanges: readonly Exchange[],
  origin: string,
  expose: readonly string[],
): WantedPolicy {
  const last = exchanges.at(-1);
  const names = exchanges.flatMap(
    ({ request }) => request.headers.get("access-control-request-headers")?.split(",") ?? [],
  );
  const method = last?.state.method ?? "GET";
  return {
    origin,
    credentials: last?.state.credentials === "include",
    methods: safelistedMethods.includes(method) ? [] : [method],
    headers: [...new Set(names)],
    expose,
  };
}

/** Methods that need no permission are listed too: people read the list as the whole of it. */
export function allMethods({ methods }: WantedPolicy): readonly string[] {
  return [...safelistedMethods, ...methods];
}
