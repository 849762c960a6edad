import type { Question } from "../../src/index.ts";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

/** A report that someone wrote, rebuilt: a server, a page's request, and what is to be said. */
export interface ReportCase {
  readonly name: string;
  /** Answers under `/data`; `at` is the server's own origin. */
  readonly serve: (
    request: IncomingMessage,
    response: ServerResponse,
    at: { readonly origin: string; readonly page: string },
  ) => void;
  readonly question?: Partial<Question>;
  readonly verdict: string;
  readonly cause: string | null;
  /** What the best cure is: who, and of which product. */
  readonly cure?: {
    readonly audience: string;
    readonly product?: string;
    readonly snippet?: RegExp;
  };
  /** What the cause's own sentences say. */
  readonly says?: RegExp;
  /** Whether the page reads the response once the first cure is applied, by a program. */
  readonly cured?: true;
  /** What must stand nowhere in the report. */
  readonly never?: RegExp;
}

export const acao = "access-control-allow-origin";
export const json: Partial<Question> = {
  method: "POST",
  headers: [["content-type", "application/json"]],
  body: "{}",
};

/** A preflight's response that lets the page through. */
export function preflight(
  response: ServerResponse,
  page: string,
  more: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(204, {
    [acao]: page,
    "access-control-allow-methods": "GET, POST, PUT, DELETE",
    "access-control-allow-headers": "content-type",
    vary: "Origin",
    ...more,
  });
  response.end();
}

/** A server that answers everything alike. */
export function status(
  code: number,
  headers: Readonly<Record<string, string | readonly string[]>> = {},
  body = "",
): ReportCase["serve"] {
  return (_, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.statusCode = code;
    response.end(body);
  };
}

/** The same behind a preflight that passes. */
export function behindPreflight(serve: ReportCase["serve"]): ReportCase["serve"] {
  return (request, response, at) => {
    if (request.method === "OPTIONS") preflight(response, at.page);
    else serve(request, response, at);
  };
}

/** A case as a listener of node:http. */
export function listenerOf({ serve }: ReportCase, page: string): RequestListener {
  return (request, response) => {
    const origin = `http://${request.headers.host}`;
    serve(request, response, { origin, page });
  };
}
