import { ApplicationError, type Host } from "./answer.ts";
import { createApplication } from "./application.ts";
import type { ExchangeCase, Step } from "./case.ts";
import { readResponse, type Observation } from "./observation.ts";
import { Recorder, wreck, wreckResponse } from "./recorder.ts";
import { buildRequest } from "./request.ts";
import type { BuildGateway, Session, Subject } from "./subject.ts";

/** A subject that is called directly with `Request` objects. */
export function inProcess(name: string, build: BuildGateway): Subject {
  return {
    name,
    open: (exchange, host) => openSession(exchange, host, build),
    construct: (options) =>
      build(
        options,
        () => undefined,
        () => {},
      ).options,
  };
}

function openSession(exchange: ExchangeCase, host: Host, build: BuildGateway): Session {
  const recorder = new Recorder();
  const handler = createApplication(exchange, host, recorder);
  const options = recorder.watch(exchange.options);
  const gateway = build(options, handler, (verdict, request) =>
    recorder.noteVerdict(verdict, request),
  );
  wreck(options);
  return {
    async send(step, index) {
      const request = buildRequest(step.request, index);
      const started = performance.now();
      const seen = await answerOf(() => gateway.fetch(request), step, index, recorder);
      return { ...seen, milliseconds: performance.now() - started, ...factsOf(recorder, index) };
    },
  };
}

async function answerOf(
  send: () => Response | undefined | Promise<Response | undefined>,
  step: Step,
  index: number,
  recorder: Recorder,
): Promise<Observation> {
  try {
    const response = await send();
    if (response === undefined) return { outcome: "undefined" };
    const trace = recorder.trace(index);
    // Which object it is matters only where it must be the handler's own, whose body is not read.
    if (step.expect.outcome === "same-response") {
      return response === trace.answered
        ? { outcome: "same-response", headers: [...response.headers] }
        : { outcome: "other-error", error: "another response object" };
    }
    const seen = await readResponse(response, step.handler?.kind === "stream");
    if (step.handler?.kind !== "reused") wreckResponse(response);
    return seen;
  } catch (error) {
    const own = error instanceof ApplicationError && error === recorder.trace(index).thrown;
    return own ? { outcome: "handler-error" } : { outcome: "other-error", error: String(error) };
  }
}

function factsOf(recorder: Recorder, index: number): Partial<Observation> {
  const { handlerCalls, verdict, asked, verdicts, answered } = recorder.trace(index);
  return {
    handlerCalls,
    ...(verdict && { verdict }),
    asked,
    verdicts,
    ...(answered && { answeredStatusText: answered.statusText }),
  };
}
