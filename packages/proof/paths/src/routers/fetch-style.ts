import type { Gate } from "@crossgate/core";
import { type Application, type Question, read } from "../subject.ts";

type Handler = (request: Request) => Response | Promise<Response>;

/** An application in this process: what it is asked is what a host makes of a request line. */
export function inProcess(handler: Handler, gate?: Gate): Application {
  const guarded = gate ? gate.wrap(handler) : handler;
  return {
    async ask(question) {
      const request = requestOf(question);
      return request && read(await guarded(request));
    },
  };
}

/** What hosts of the Fetch standard make of a request line; `undefined` for one that they refuse. */
function requestOf({ target, method, headers }: Question): Request | undefined {
  const url = target.startsWith("/") ? `http://api.example.com${target}` : target;
  try {
    return new Request(url, { method, headers });
  } catch {
    return undefined;
  }
}
