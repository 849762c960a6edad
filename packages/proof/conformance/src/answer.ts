import type { Answer } from "./case.ts";

/** Marks every response of the application, so that "handler called" is visible on the wire. */
export const MARK: readonly [string, string] = ["x-handler", "called"];

/** What a runtime lends to the cases: responses that can't be built from data. */
export interface Host {
  /** An HTTP server that answers what the body of the request asks for, for responses of a real `fetch`. */
  readonly upstream: string;
  /** The runtime's own protocol switch; without it `new Response(null, { status: 101 })`. */
  upgrade?(): Response;
}

/** The error of the application, recognised by identity. */
export class ApplicationError extends Error {
  override readonly name = "ApplicationError";
}

/** Builds what the application answers, or throws what it throws. */
export function answerWith(answer: Answer, host: Host): Response | undefined | Promise<Response> {
  switch (answer.kind ?? "mutable") {
    case "error":
      throw new ApplicationError(answer.body ?? "");
    case "throws-response":
      throw build(answer, bodyOf(answer));
    case "undefined":
      return undefined;
    case "network-error":
      return Response.error();
    case "redirect":
      return Response.redirect("https://app.example.com/next", answer.status ?? 302);
    case "upgrade":
      return host.upgrade ? host.upgrade() : new Response(null, { status: 101 });
    case "fetched":
      return fetchAnswer(answer, host.upstream);
    case "uncopyable":
      return fetchAnswer(answer, host.upstream).then(uncopyable);
    case "stream":
      return build(answer, endless(bodyOf(answer) ?? ""));
    default:
      return build(answer, bodyOf(answer));
  }
}

export function bodyOf(answer: Answer): string | null {
  if (answer.kind === "redirect" || answer.kind === "upgrade") return null;
  return answer.body === undefined ? "hello" : answer.body;
}

/** The headers of an answer as it leaves the application, mark included. */
function headersOf(answer: Answer): [string, string][] {
  return [...(answer.headers ?? []), MARK].map(([name, value]) => [name, value]);
}

function build(answer: Answer, body: string | ReadableStream | null): Response {
  return new Response(body, {
    status: answer.status ?? 200,
    ...(answer.statusText !== undefined && { statusText: answer.statusText }),
    headers: headersOf(answer),
  });
}

/** A host that waits for the end of this body, to measure or to buffer it, never answers. */
function endless(first: string): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(first)),
  });
}

/** @throws where the runtime can copy it after all */
function uncopyable(response: Response): Response {
  try {
    void new Response(null, response);
  } catch {
    return response;
  }
  throw new Error(`a response with status ${response.status} can be copied`);
}

function fetchAnswer(answer: Answer, upstream: string): Promise<Response> {
  const { status, statusText } = answer;
  const wanted = { status, statusText, headers: headersOf(answer), body: bodyOf(answer) };
  return fetch(upstream, { method: "POST", body: JSON.stringify(wanted), redirect: "manual" });
}
