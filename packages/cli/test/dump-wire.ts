import type { Wire } from "../src/network/wire.ts";
import { type Invented, inventedWire } from "./invented-wire.ts";

/** Responses as `curl -i` prints them, by what was asked. */
export interface Dumps {
  readonly options?: string;
  readonly answer: string;
  /** The same without Origin. @default as with it */
  readonly withoutOrigin?: string;
  /** Every other address of the server. @default 404 */
  readonly elsewhere?: string;
}

/** A wire that gives printed responses. */
export function dumpWire({ answer, elsewhere, options, withoutOrigin }: Dumps, url: string): Wire {
  const wires = new Map<string, Wire>();
  const wireOf = (dump: string): Wire => {
    const known = wires.get(dump) ?? inventedWire([ofDump(dump)]);
    wires.set(dump, known);
    return known;
  };
  const given = new WeakMap<Response, Wire>();
  const wireFor = (response: Response): Wire => given.get(response) ?? wireOf(answer);
  return {
    async network(request) {
      const isHere = request.url === new URL(url).href;
      const bare = request.headers.has("origin") ? answer : (withoutOrigin ?? answer);
      const own = request.method === "OPTIONS" ? (options ?? answer) : bare;
      const wire = wireOf(isHere ? own : (elsewhere ?? "HTTP/1.1 404 Not Found\n\nnot found"));
      const response = await wire.network(request);
      given.set(response, wire);
      return response;
    },
    linesOf: (response) => wireFor(response).linesOf(response),
    addressOf: () => undefined,
    bodyOf: (response) => wireFor(response).bodyOf(response),
  };
}

function ofDump(dump: string): Invented {
  const [head = "", ...rest] = dump.replace(/\r/g, "").split("\n\n");
  const [first = "", ...lines] = head.split("\n");
  const status = Number(/^HTTP\/\S+ (\d{3})/.exec(first)?.[1] ?? 200);
  return {
    status,
    body: rest.join("\n\n"),
    lines: lines.flatMap((line): Invented["lines"] => {
      const [, name, value = ""] = /^([\w-]+): ?(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name.toLowerCase(), value]];
    }),
  };
}
