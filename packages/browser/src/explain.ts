import { corsCodes } from "./codes.ts";
import { fillerOf } from "./diagnosis/stored-without-origin.ts";
import { corsWarnings } from "./diagnosis/warnings-table.ts";
import type { Exchange } from "./exchange.ts";
import type { Explained } from "./explained.ts";
import type { Failure } from "./failure.ts";
import { originOf } from "./fetch/origin.ts";
import type { PageRequest } from "./request/page-request.ts";
import { currentUrl } from "./request/page-request.ts";
import { isLeftToTheNetwork } from "./unknown-scheme.ts";
import { serializeRequestOrigin } from "./request/request-origin.ts";

/** Puts values into the `{placeholders}` of a text from the table of codes. */
export function fillTemplate(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Turns a failure into words, with the names of this exchange. */
export function explainFailure(failure: Failure, exchange: Exchange): Explained {
  const filler = /^aca[oc]-/.test(failure.code) ? fillerOf(exchange) : undefined;
  const { explanation, fix } =
    filler === undefined ? corsCodes[failure.code] : corsWarnings["cache-without-origin"];
  const url = currentUrl(exchange.state);
  const values = {
    url: url.href,
    host: originOf(url) === "null" ? url.href : originOf(url),
    origin: serializeRequestOrigin(exchange.state),
    method: exchange.state.method,
    detail: filler ?? failure.detail,
  };
  return {
    ...failure,
    chromium: chromiumName(failure, exchange.state),
    explanation: fillTemplate(explanation, values),
    fix: fillTemplate(fix, values),
  };
}

function chromiumName({ code, phase }: Failure, request: PageRequest): string | null {
  const { keepalive, initiator } = request;
  // Its network service follows the redirects of such a request by itself.
  if (keepalive && code === "redirect-mode-same-origin") return "DisallowedByMode";
  // The element does not even ask.
  if (initiator === "track" && code === "mode-same-origin") return null;
  if (code === "scheme-not-http" && isLeftToTheNetwork(request)) return null;
  return corsCodes[code].chromium[phase];
}
