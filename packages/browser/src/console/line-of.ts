import type { Exchange } from "../exchange.ts";
import type { Failure } from "../failure.ts";
import type { Profile } from "../profile.ts";
import { currentUrl } from "../request/page-request.ts";
import { serializeRequestOrigin } from "../request/request-origin.ts";
import { isLeftToTheNetwork } from "../unknown-scheme.ts";
import { consoleMessage } from "./console-message.ts";

/** The line of a failure, in the words of a profile's browser. */
export function lineOf(failure: Failure, exchange: Exchange, profile: Profile): string {
  const { state, response } = exchange;
  return consoleMessage(profile, {
    failure,
    firstUrl: state.urls[0].href,
    lastUrl: currentUrl(state).href,
    pageUrl: state.client.url ?? "",
    pageOrigin: state.pageOrigin,
    requestOrigin: serializeRequestOrigin(state),
    method: state.method,
    headers: state.firstHeaders,
    initiator: state.initiator,
    schemeLeft: isLeftToTheNetwork(state),
    status: response?.status,
  });
}
