// Hono may compose the gate with other middleware in any way, and any part may fail behind it. The
// response is that of the same app without a gate, with the policy's headers (R3, R8, H3).
import { createCors, type Gate, type Verdict } from "@crossgate/core";
import type { Context, Hono, MiddlewareHandler } from "hono";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { cors } from "./cors.ts";
import { HONOS, type HonoModules } from "../fixtures/honos.ts";

const PAGE = "https://myapp.com";
const POLICIES = [
  { origin: [PAGE, "https://*.myapp.com"], credentials: true, exposeHeaders: ["x-policy"] },
  { origin: "*", exposeHeaders: ["x-policy"] },
  { origin: (origin: string) => origin === PAGE },
] as const;

beforeEach(() => {
  vi.spyOn(console, "error").mockReturnValue();
  vi.spyOn(console, "warn").mockReturnValue();
});

/** CORS headers that an app sets by itself, and one that it may. */
const OWN = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "TRACE",
  "access-control-expose-headers": "x-own",
  vary: "Accept",
  "x-own": "yes",
};

/** On a response that is made without the context. */
const RAW = { ...OWN, "x-raw": "yes" };

const pass: MiddlewareHandler = async (_, next) => {
  await next();
};

type Build = (app: Hono, gate: MiddlewareHandler, inside: MiddlewareHandler) => Hono;

/** Where the gate stands, in front of something that may fail; a handler is behind both. */
function compositions({ Hono, combine }: HonoModules): Readonly<Record<string, Build>> {
  const { every, except, some } = combine;
  const no: MiddlewareHandler = async () => {
    throw new Error("not this one");
  };
  const hello = (c: Context): Response => c.text("hello");
  return {
    "one after the other": (app, gate, inside) => app.use(gate).use(inside).get("/x", hello),
    every: (app, gate, inside) => app.use(every(gate, inside)).get("/x", hello),
    "every, on the route": (app, gate, inside) => app.get("/x", every(gate, inside), hello),
    "every, behind another": (app, gate, inside) =>
      app.use(every(pass, gate, pass, inside)).get("/x", hello),
    "every in every": (app, gate, inside) =>
      app.use(every(every(pass, gate), every(inside))).get("/x", hello),
    "the gate in every, the rest behind it": (app, gate, inside) =>
      app.use(every(gate)).use(inside).get("/x", hello),
    except: (app, gate, inside) => app.use(except("/open/*", gate, inside)).get("/x", hello),
    "except, which does not apply": (app, gate, inside) =>
      app.use(except("/x", gate, inside)).get("/x", hello),
    "except of every": (app, gate, inside) =>
      app.use(except(["/open/*"], every(gate, inside))).get("/x", hello),
    "some, at the first": (app, gate, inside) =>
      app.use(some(every(gate, inside), no)).get("/x", hello),
    "some, at the last": (app, gate, inside) =>
      app.use(some(no, every(gate, inside))).get("/x", hello),
    "some, and then another answers": (app, gate, inside) =>
      app.use(some(every(gate, inside, no), pass)).get("/x", hello),
    "some, inside": (app, gate, inside) => app.use(gate).use(some(no, inside)).get("/x", hello),
    "the gate of a sub-app": (app, gate, inside) =>
      app.route("/", new Hono().use(every(gate, inside)).get("/x", hello)),
    "the gate of a sub-app with an onError": (app, gate, inside) =>
      app.route(
        "/",
        new Hono()
          .use(every(gate, inside))
          .get("/x", hello)
          .onError((error, c) => c.text(`sub: ${error.message}`, 502)),
      ),
    "a sub-app behind it": (app, gate, inside) =>
      app.use(gate).route("/", new Hono().use(inside).get("/x", hello)),
    "an app that is mounted": (app, gate, inside) => {
      const mounted = new Hono().use(inside).get("/*", hello);
      app.use(gate);
      app.mount("/x", mounted.fetch as never);
      return app;
    },
  };
}

/** The compositions without `every`. */
const PLAIN = [
  "one after the other",
  "some, inside",
  "a sub-app behind it",
  "an app that is mounted",
];

/** What goes wrong, or right, behind the gate. */
function failures({
  HTTPException,
  bearerAuth,
  basicAuth,
}: HonoModules): Readonly<Record<string, () => MiddlewareHandler>> {
  return {
    nothing: () => pass,
    "headers of the app's own": () => async (c, next) => {
      c.header("access-control-allow-origin", "*");
      await next();
      c.header("access-control-expose-headers", "x-own");
    },
    bearerAuth: () => bearerAuth({ token: "secret" }),
    basicAuth: () => basicAuth({ username: "a", password: "b" }),
    HTTPException: () => async () => {
      throw new HTTPException(403, { message: "no" });
    },
    "HTTPException with its own response": () => async () => {
      throw new HTTPException(401, { res: new Response("no", { status: 401, headers: OWN }) });
    },
    Error: () => async () => {
      throw new Error("broken");
    },
    "an Error after headers": () => async (c) => {
      for (const [name, value] of Object.entries(OWN)) c.header(name, value);
      throw new Error("broken");
    },
    "an Error after the handler": () => async (_, next) => {
      await next();
      throw new Error("broken");
    },
    "headers, and then nothing": () =>
      (async (c: Context) => {
        for (const [name, value] of Object.entries(OWN)) c.header(name, value);
      }) as MiddlewareHandler,
    "a look at c.res, and then nothing": () =>
      (async (c: Context) => {
        c.res.headers.set("access-control-allow-origin", "*");
      }) as MiddlewareHandler,
    "a response": () => async () => new Response("early", { status: 202, headers: OWN }),
    "a redirect": () => async () => Response.redirect("https://api.example.com/", 303),
  };
}

/** How the app answers errors and unknown paths. */
const APPS: Readonly<Record<string, (app: Hono) => Hono>> = {
  "nothing of its own": (app) => app,
  "onError by the context": (app) =>
    app
      .onError((error, c) => {
        c.header("x-own", "yes");
        return c.json({ error: error.message }, 503, { vary: "Accept" });
      })
      .notFound((c) => c.json({ error: "nothing here" }, 404)),
  "onError by a response": (app) =>
    app
      .onError((error) => new Response(error.message, { status: 503, headers: RAW }))
      .notFound(() => new Response("nothing here", { status: 404, headers: RAW })),
};

/**
 * What an app makes without the context, and Hono sends as it is: where one route has matched, or
 * where nothing was answered.
 */
function isOutOfReach(app: Hono, path: string, isNothing: boolean, answer: Seen): boolean {
  const { status, body, headers } = answer;
  if (headers["x-raw"] === undefined || status === 502) return false;
  const [matched] = app.router.match("GET", path);
  return (
    body.startsWith("Context is not finalized") ||
    (matched.length === 1 && (status === 503 || isNothing))
  );
}

interface Seen {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

async function see(response: Response): Promise<Seen> {
  const { vary, ...headers } = Object.fromEntries(response.headers);
  const lists = { vary, expose: headers["access-control-expose-headers"] };
  delete headers["access-control-expose-headers"];
  const asSets = Object.entries(lists).map(([name, value = ""]) => {
    const members = value.toLowerCase().split(",");
    return [name, new Set(members.map((member) => member.trim()).filter(Boolean))];
  });
  const body = await response.text();
  return {
    status: response.status,
    body,
    headers: { ...headers, ...Object.fromEntries(asSets) } as Seen["headers"],
  };
}

function ask(origin: string | undefined, path: string): Request {
  return new Request(`https://api.example.com${path}`, { headers: origin ? { origin } : {} });
}

describe.each(HONOS)("Hono $version", (modules) => {
  const cases = Object.entries(compositions(modules)).flatMap(([where, build]) =>
    Object.entries(failures(modules))
      // Where nothing is answered inside of it, Hono's every takes the context itself for a response.
      .filter(([what]) => !what.endsWith("then nothing") || PLAIN.includes(where))
      .filter(([what]) => !what.startsWith("a re") || !modules.losing.includes(where))
      .map(([what, create]) => ({ where, build, what, create })),
  );

  it.each(cases)("$where: $what", async ({ build, create, what }) => {
    for (const policy of POLICIES) {
      for (const [name, configure] of Object.entries(APPS)) {
        for (const origin of [PAGE, "https://evil.com", undefined]) {
          for (const path of modules.paths) {
            const onVerdict = vi.fn<(verdict: Verdict) => void>();
            const gate = cors({ ...policy, onVerdict } as never);
            const guarded = configure(build(new modules.Hono(), gate, create()));
            const inside = vi.fn<MiddlewareHandler>(create());
            const bare = configure(build(new modules.Hono(), pass, inside));
            const request = ask(origin, path);
            const expected = await bare.fetch(ask(origin, path));
            const plain = await see(expected.clone());
            const response = await guarded.fetch(request);
            // Where the gate is not on the way, it changes nothing.
            const verdict = await (createCors(policy as never) as Gate).check(request);
            const isNothing = what.endsWith("then nothing") && inside.mock.calls.length > 0;
            const isGuarded =
              onVerdict.mock.calls.length > 0 && !isOutOfReach(bare, path, isNothing, plain);
            const decorated = isGuarded ? verdict.apply(expected) : expected;
            const about = `${name}, ${String(origin)}, ${path}, ${JSON.stringify(policy)}`;
            expect({ about, ...(await see(response)) }).toEqual({
              about,
              ...(await see(decorated)),
            });
          }
        }
      }
    }
  });
});
