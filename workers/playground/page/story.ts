import type { Places } from "../src/demo/endpoint.ts";
import { printOptions } from "../src/demo/print-options.ts";
import type { Outcome } from "./outcome.ts";
import type { CheckedExchange, Prediction } from "./predict.ts";
import type { ScriptRequest } from "./script-request.ts";
import { shorten } from "./shorten.ts";
import { type Line, requestLines, responseLines } from "./wire-lines.ts";

export type Player = "script" | "browser" | "server";

/** One message between two players, in order. */
export interface Message {
  readonly from: Player;
  readonly to: Player;
  readonly title: string;
  /** As it stands on the wire, or in the program. */
  readonly code: string;
  readonly lines: readonly Line[];
  /** What the gate said. */
  readonly gate: string;
  readonly note: string;
  readonly tone: "plain" | "good" | "bad";
}

/**
 * All that happens between a script's `fetch` and what it gets, as the model has it.
 *
 * @param observed what the browser really handed over: of that is the body that is shown
 */
export function storyOf(
  request: ScriptRequest,
  prediction: Prediction,
  places: Places,
  observed?: Outcome,
): readonly Message[] {
  return [
    asked(request),
    ...prediction.exchanges.flatMap((checked) => [sent(checked), answered(checked, places)]),
    got(prediction, observed),
  ];
}

function asked({ url, method, headers, body, credentials }: ScriptRequest): Message {
  const init = {
    ...(method === "GET" ? {} : { method }),
    ...(headers.length > 0 ? { headers: Object.fromEntries(headers) } : {}),
    ...(body === undefined ? {} : { body }),
    ...(credentials === "same-origin" ? {} : { credentials }),
  };
  const rest = Object.keys(init).length > 0 ? `, ${printOptions(init)}` : "";
  return {
    from: "script",
    to: "browser",
    title: "asks",
    code: `fetch("${shorten(url)}"${rest})`,
    lines: [],
    gate: "",
    note: "",
    tone: "plain",
  };
}

function sent({ exchange }: CheckedExchange): Message {
  const { request, kind } = exchange;
  const isNull = request.headers.get("origin") === "null" && exchange.state.pageOrigin !== "null";
  return {
    from: "browser",
    to: "server",
    title: titleOf(exchange),
    code: `${request.method} ${shorten(request.url)}`,
    lines: requestLines(exchange),
    gate: "",
    note:
      kind === "preflight"
        ? whyFirst(request.headers)
        : isNull
          ? "After a redirect between two other origins the browser no longer says whose page asked."
          : "",
    tone: "plain",
  };
}

function titleOf({ kind, state }: CheckedExchange["exchange"]): string {
  if (kind === "preflight") return "asks first: the preflight";
  return state.urls.length > 1 ? "follows the redirect" : "sends the request";
}

function answered(checked: CheckedExchange, places: Places): Message {
  const { exchange, verdict } = checked;
  const { response, conclusion } = exchange;
  const isBlocked = conclusion.kind === "blocked";
  return {
    from: "server",
    to: "browser",
    title: exchange.kind === "preflight" ? "answers the preflight" : "answers",
    code: response === undefined ? "no response" : `${response.status}`,
    lines: response === undefined ? [] : responseLines(exchange, response, places),
    gate: verdict?.detail ?? "",
    note: concluded(checked),
    tone: isBlocked ? "bad" : "good",
  };
}

function concluded({ exchange }: CheckedExchange): string {
  const { conclusion, kind } = exchange;
  if (conclusion.kind === "blocked") return `The browser stops here: ${conclusion.failure.code}.`;
  if (conclusion.kind === "redirected") return "The browser follows.";
  return kind === "preflight" ? "The browser may send the request." : "The script may have it.";
}

function got({ outcome, exchanges }: Prediction, observed: Outcome | undefined): Message {
  const isReadable = outcome.kind === "readable";
  const came = observed?.kind === "readable" ? observed : outcome;
  const wasSent = exchanges.at(-1)?.exchange.kind === "actual";
  return {
    from: "browser",
    to: "script",
    title: isReadable
      ? "hands over the response"
      : wasSent
        ? "keeps the response"
        : "does not send it",
    code:
      came.kind === "readable" ? `Response ${came.status}\n${shortBody(came.body)}` : came.error,
    lines: isReadable
      ? outcome.headers.map(([name, value]) => ({ name, value: shorten(value), isCors: false }))
      : [],
    gate: "",
    note: isReadable
      ? "These are all the headers that the script may see."
      : "The script learns nothing else. The reason stands in the console alone.",
    tone: isReadable ? "good" : "bad",
  };
}

/** The page shows the request that the server received apart, if it was observed. */
function shortBody(body: string): string {
  return body.replace(/"received":\{.*\}(?=\}$)/u, '"received":…');
}

function whyFirst(headers: Headers): string {
  const method = headers.get("access-control-request-method") ?? "";
  const names = headers.get("access-control-request-headers") ?? "";
  const isSimple = ["GET", "HEAD", "POST"].includes(method);
  const reasons = [
    ...(isSimple ? [] : [`the method ${method}`]),
    ...(names === "" ? [] : [names.replaceAll(",", ", ")]),
  ];
  return `Because of ${reasons.join(" and ")}: no form of a page could send that.`;
}
