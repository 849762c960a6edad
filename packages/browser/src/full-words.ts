import { consoleMessage } from "./console/console-message.ts";
import type { Exchange } from "./exchange.ts";
import { explainFailure } from "./explain.ts";
import type { Failure } from "./failure.ts";
import { currentUrl } from "./request/page-request.ts";
import { serializeRequestOrigin } from "./request/request-origin.ts";
import { isLeftToTheNetwork } from "./unknown-scheme.ts";
import type { Words } from "./words.ts";

/** The console lines of every browser, and an explanation with a cure. */
export const fullWords: Words = { message: messageOf, explain: explainFailure };

function messageOf(failure: Failure, exchange: Exchange): string {
  const { state, profile, response } = exchange;
  return consoleMessage(profile, {
    failure,
    firstUrl: state.urls[0].href,
    lastUrl: currentUrl(state).href,
    pageOrigin: state.pageOrigin,
    requestOrigin: serializeRequestOrigin(state),
    method: state.method,
    initiator: state.initiator,
    schemeLeft: isLeftToTheNetwork(state),
    status: response?.status,
  });
}
