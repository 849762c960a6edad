import type { Places } from "../src/demo/endpoint.ts";
import type { Outcome } from "./outcome.ts";
import type { JudgedExchange, Prediction } from "./predict.ts";
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
  readonly note: string;
  readonly tone: "plain" | "good" | "bad";
}

/** All that happens between a script's `fetch` and what it gets, as the model has it. */
export function storyOf(
  request: ScriptRequest,
  prediction: Prediction,
  places: Places,
): readonly Message[] {
  return [
    asked(request),
    ...prediction.exchanges.flatMap((judged) => [sent(judged), answered(judged, places)]),
    got(prediction.outcome, prediction.exchanges.length),
  ];
}

function asked({ url, method, headers, body, credentials }: ScriptRequest): Message {
  const init = {
    ...(method === "GET" ? {} : { method }),
    ...(headers.length > 0 ? { headers: Object.fromEntries(headers) } : {}),
    ...(body === undefined ? {} : { body }),
    ...(credentials === "same-origin" ? {} : { credentials }),
  };
  const rest = Object.keys(init).length > 0 ? `, ${JSON.stringify(init, undefined, 2)}` : "";
  return {
    from: "script",
    to: "browser",
    title: "asks",
    code: `fetch("${shorten(url)}"${rest})`,
    lines: [],
    note: "",
    tone: "plain",
  };
}

function sent({ exchange }: JudgedExchange): Message {
  const { request, kind } = exchange;
  const isNull = request.headers.get("origin") === "null" && exchange.state.pageOrigin !== "null";
  return {
    from: "browser",
    to: "server",
    title: kind === "preflight" ? "asks first: the preflight" : "sends the request",
    code: `${request.method} ${shorten(request.url)}`,
    lines: requestLines(exchange),
    note:
      kind === "preflight"
        ? whyFirst(request.headers)
        : isNull
          ? "After a redirect between two other origins the browser no longer says whose page asked."
          : "",
    tone: "plain",
  };
}

function answered(judged: JudgedExchange, places: Places): Message {
  const { exchange, verdict } = judged;
  const { response, conclusion } = exchange;
  const isBlocked = conclusion.kind === "blocked";
  const said = verdict === undefined ? "" : `The gate: ${verdict.detail} `;
  return {
    from: "server",
    to: "browser",
    title: exchange.kind === "preflight" ? "answers the preflight" : "answers",
    code: response === undefined ? "no answer" : `${response.status}`,
    lines: response === undefined ? [] : responseLines(exchange, response, places),
    note: said + concluded(judged),
    tone: isBlocked ? "bad" : "good",
  };
}

function concluded({ exchange, diagnosis }: JudgedExchange): string {
  const { conclusion, kind } = exchange;
  if (conclusion.kind === "blocked") return `The browser: ${diagnosis.failure?.explanation ?? ""}`;
  if (conclusion.kind === "redirected") return "The browser follows.";
  return kind === "preflight" ? "The browser may send the request." : "The script may have it.";
}

function got(outcome: Outcome, exchanges: number): Message {
  const isReadable = outcome.kind === "readable";
  const nothing = exchanges === 0 ? "Nothing was sent." : "The script learns nothing else.";
  return {
    from: "browser",
    to: "script",
    title: isReadable ? "hands over the answer" : "keeps the answer",
    code: isReadable ? `Response ${outcome.status}\n${shortBody(outcome.body)}` : outcome.error,
    lines: isReadable
      ? outcome.headers.map(([name, value]) => ({ name, value: shorten(value), isCors: false }))
      : [],
    note: isReadable
      ? "These are all the headers that the script may see."
      : `${nothing} The reason stands in the console alone.`,
    tone: isReadable ? "good" : "bad",
  };
}

/** What the server received is shown apart, where it was observed. */
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
