import type { HeaderList } from "../fetch/header-list.ts";
import type { CredentialsMode } from "../host-types.ts";
import { createPageRequest } from "../request/create-request.ts";
import type { PageRequestInit } from "../request/init.ts";
import type { Initiator, PageRequest } from "../request/page-request.ts";
import { contextRules } from "./engines.ts";
import type { RequestTraits } from "../request/traits.ts";
import { plainTraits } from "../request/traits.ts";
import type { PageContext } from "./page-context.ts";

/** A request that no script makes: what of it the context decides. */
export interface ContextRequest {
  readonly init: PageRequestInit;
  readonly initiator: Initiator;
  readonly destination?: string;
  /** Headers the context sets, which no preflight asks for. */
  readonly headers?: HeaderList;
}

/** Makes the request of an element, or of another interface than `fetch`. */
export async function requestFor(
  url: string,
  { init, initiator, destination = "", headers = [] }: ContextRequest,
  { client, pageOrigin, switches, profile, nextId }: PageContext,
): Promise<PageRequest> {
  const context = { id: nextId(), client, pageOrigin, switches };
  const rules = contextRules[profile];
  const isRefused = rules.refusesUserinfo && (initiator === "eventsource" || init.mode !== "cors");
  const target = isRefused ? url : withoutUserinfo(url, client.url);
  const request = await createPageRequest(target, init, context);
  const accept = rules.accept[destination];
  const traits: RequestTraits = {
    ...plainTraits,
    headers: [...(accept === undefined ? [] : [["accept", accept] as const]), ...headers],
    namesOrigin: request.mode === "cors" && rules.elementsNameOrigin.includes(initiator),
  };
  return { ...request, initiator, destination, traits };
}

/** The mode and credentials of an element, by its attribute `crossorigin`. */
export function corsSettings(
  crossorigin: CrossOrigin | undefined,
  without: "no-cors" | "same-origin" | "cors" = "no-cors",
): { readonly mode: "no-cors" | "same-origin" | "cors"; readonly credentials: CredentialsMode } {
  const credentials = crossorigin === "use-credentials" ? "include" : "same-origin";
  if (crossorigin !== undefined || without === "cors") return { mode: "cors", credentials };
  return { mode: without, credentials: "include" };
}

/** The attribute `crossorigin`; left out it is undefined. */
export type CrossOrigin = "anonymous" | "use-credentials";

/** A URL without the user name and password that a server has to ask for first. */
export function withoutUserinfo(url: string, base: string | undefined): string {
  const target = new URL(url, base);
  target.username = "";
  target.password = "";
  return target.href;
}
