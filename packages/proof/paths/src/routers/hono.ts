import { cors } from "@crossgate/hono";
import { type Context, Hono } from "hono";
import { UnsupportedPathError } from "hono/router";
import { LinearRouter } from "hono/router/linear-router";
import { PatternRouter } from "hono/router/pattern-router";
import { RegExpRouter } from "hono/router/reg-exp-router";
import { SmartRouter } from "hono/router/smart-router";
import { TrieRouter } from "hono/router/trie-router";
import type { Route, Setting } from "../setting.ts";
import { answerOf, type Subject } from "../subject.ts";
import { type Host, inProcess } from "./fetch-style.ts";

const ROUTERS = {
  RegExpRouter: () => new RegExpRouter<never>(),
  TrieRouter: () => new TrieRouter<never>(),
  SmartRouter: () => new SmartRouter<never>({ routers: [new RegExpRouter(), new TrieRouter()] }),
  LinearRouter: () => new LinearRouter<never>(),
  PatternRouter: () => new PatternRouter<never>(),
};

type Router = ReturnType<(typeof ROUTERS)[keyof typeof ROUTERS]>;

/** Every router of Hono, as an application may choose it. */
export const HONO: readonly Subject[] = Object.entries(ROUTERS).map(([name, create]) =>
  subject(`hono ${name}`, create, inProcess),
);

/** Hono with the router that it chooses itself, on a host. */
export function honoOn(name: string, host: Host): Subject {
  return subject(name, ROUTERS.SmartRouter, host);
}

function subject(name: string, create: () => Router, host: Host): Subject {
  return {
    name,
    accepts: (setting) => accepts(setting, create()),
    start: (setting, gate) => {
      const app = createApp(setting, create(), gate);
      return host((request) => app.fetch(request));
    },
  };
}

/** RegExpRouter refuses some routes beside each other; SmartRouter then turns to another. */
function accepts(setting: Setting, router: Router): boolean {
  try {
    createApp(setting, router).router.match("GET", "/");
    return true;
  } catch (error) {
    if (error instanceof UnsupportedPathError) return false;
    throw error;
  }
}

/** Hono matches what `decodeURI` makes of a path, so names stand in routes as they are. */
function createApp({ routes }: Setting, router: Router, gate?: Parameters<typeof cors>[0]): Hono {
  const app = new Hono({ router: router as never });
  if (gate) app.use(cors(gate));
  for (const [index, route] of routes.entries()) {
    app.all(pathOf(route), (c: Context) => answerOf(index, c.req.path, c.req.param()));
  }
  return app;
}

function pathOf({ segments, hasRest }: Route): string {
  const names = segments.map((segment) =>
    "name" in segment ? segment.name : `:${segment.parameter}`,
  );
  return `/${[...names, ...(hasRest ? ["*"] : [])].join("/")}`;
}
