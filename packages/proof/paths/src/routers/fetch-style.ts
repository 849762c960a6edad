import type { Gate } from "@crossgate/core";
import { type Application, type Question, read } from "../subject.ts";
import { overWire } from "./over-wire.ts";

export type Fetch = (request: Request) => Response | Promise<Response>;

/** A server of this machine. */
export interface Server {
  readonly port: number;
  readonly stop: () => void | Promise<void>;
}

/** Runs a fetch-style application. */
export type Host = (fetch: Fetch) => Application | Promise<Application>;

/** A host that listens on a port, and gets request lines as they are written. */
export function listening(serve: (fetch: Fetch) => Server | Promise<Server>): Host {
  return async (fetch) => {
    const { port, stop } = await serve(fetch);
    return overWire(port, stop);
  };
}

/** No host: what an application is asked is what hosts make of a request line. */
export const inProcess: Host = (fetch) => ({
  async ask(question) {
    const request = requestOf(question);
    return request && read(await fetch(request));
  },
});

/** A handler behind a gate, or bare. */
export function guard(handler: Fetch, gate: Gate | undefined): Fetch {
  return gate ? gate.wrap(handler) : handler;
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
