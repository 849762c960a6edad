import { createCors } from "@crossgate/core";
import { answerWith, type Host } from "./answer.ts";
import { stepsOf, type ExchangeCase } from "./case.ts";
import type { Recorder } from "./recorder.ts";
import { stepOf } from "./request.ts";
import type { Handler } from "./subject.ts";

/** What is behind the gate, as the case describes it: an application, maybe with its own gate. */
export function createApplication(exchange: ExchangeCase, host: Host, recorder: Recorder): Handler {
  const handler = createHandler(exchange, host, recorder);
  return exchange.inner ? createCors(exchange.inner).wrap(handler) : handler;
}

function createHandler(exchange: ExchangeCase, host: Host, recorder: Recorder): Handler {
  const steps = stepsOf(exchange);
  let kept: Response | undefined;
  return (request) => {
    const index = stepOf(request);
    const answer = steps[index]?.handler ?? {};
    const trace = recorder.trace(index);
    trace.handlerCalls++;
    const respond = (): Response | undefined | Promise<Response> => {
      try {
        const built = answer.kind === "reused" && kept ? kept : answerWith(answer, host);
        if (answer.kind === "reused") kept = built as Response;
        if (built instanceof Promise) {
          return built.then((response) => (trace.answered = response));
        }
        if (built) trace.answered = built;
        return built;
      } catch (error) {
        trace.thrown = error;
        throw error;
      }
    };
    if (answer.delay === undefined) return respond();
    return new Promise<void>((resolve) => setTimeout(resolve, answer.delay)).then(respond);
  };
}
