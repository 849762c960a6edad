import { withCors } from "@crossgate/bun";
import type { Gate } from "@crossgate/core";
import { reportOnly } from "@crossgate/core/report-only";
import type { Setting } from "../setting.ts";
import { answerOf, type Subject } from "../subject.ts";
import { escapedPath } from "./escaped-path.ts";
import type { Server } from "./fetch-style.ts";
import { overWire } from "./over-wire.ts";

interface Served {
  readonly url: string;
  readonly params: Record<string, string>;
}

type Handler = (request: Request & Served) => Response;

declare const Bun: {
  serve(options: object): { readonly port: number; stop(now: boolean): Promise<void> };
};

/** Serves on its own port. */
export function serveOnBun(options: object): Server {
  const server = Bun.serve({ hostname: "127.0.0.1", port: 0, development: false, ...options });
  return { port: server.port, stop: () => server.stop(true) };
}

/** A server for each application, and request lines that no browser would write. */
export const BUN: readonly Subject[] = [
  bun("Bun.serve", (gate) => gate),
  bun("Bun.serve, function", (gate) => () => gate),
  bun("Bun.serve, report only", (gate) => reportOnly(gate, { origin: "*" }, () => {})),
];

function bun(name: string, policyOf: (gate: Gate) => Gate | (() => Gate)): Subject {
  return {
    name,
    routesByWire: true,
    start: (setting, gate) => {
      const options = {
        routes: routesOf(setting),
        fetch: () => new Response("nowhere", { status: 404 }),
      };
      const { port, stop } = serveOnBun(gate ? withCors(options, policyOf(gate)) : options);
      return overWire(port, stop);
    },
  };
}

/** Every kind of route that Bun has a handler for. */
function routesOf({ routes }: Setting): Record<string, Handler | Record<string, Handler>> {
  return Object.fromEntries(
    routes.map((route, index) => {
      const handler: Handler = ({ url, params }) => answerOf(index, new URL(url).pathname, params);
      const values = [handler, { GET: handler }, handler, { GET: handler, OPTIONS: handler }];
      return [escapedPath(route), values[index % values.length] ?? handler];
    }),
  );
}
