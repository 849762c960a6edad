import type { Exchange } from "@crossgate/browser";
import type { Wire } from "../network/wire.ts";
import { because } from "./because.ts";
import { headerNotes, missingHeaders } from "./header-notes.ts";
import type { Step } from "./report.ts";

/** One exchange as a step of the story. */
export function stepOf(exchange: Exchange, wire: Wire): Step {
  const { kind, request, credentials, response, conclusion } = exchange;
  return {
    kind,
    because: because(exchange),
    request: {
      method: request.method,
      url: request.url,
      headers: [...request.headers],
      credentials,
    },
    response: response
      ? {
          status: response.status,
          statusText: response.statusText,
          headers: headerNotes(exchange, wire.linesOf(response)),
          missing: missingHeaders(exchange),
        }
      : null,
    conclusion: conclusion.kind,
    location: conclusion.kind === "redirected" ? conclusion.location : null,
  };
}
