// With Hono's types alone: functions of a policy are typed without annotation, and an app's own
// types are what they were.
import { type CorsOptions, createCors } from "@crossgate/core";
import { cors, type HonoOptions, type HonoPolicy } from "@crossgate/hono";
import { Hono, type Context, type MiddlewareHandler } from "hono";
import { hc } from "hono/client";
import { createMiddleware } from "hono/factory";

interface AppEnv {
  readonly Bindings: { readonly PAGE: `https://${string}` };
  readonly Variables: { readonly tenant: number };
}

type Is<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
function isTrue<_Condition extends true>(): void {}

const app = new Hono<AppEnv>();

/** The app's Env is named once, and reaches every function of the policy. */
app.use(
  "/named/*",
  cors<AppEnv>({
    origin: async (origin, c, request) => {
      isTrue<Is<typeof c.env.PAGE, `https://${string}`>>();
      isTrue<Is<typeof c.var.tenant, number>>();
      isTrue<Is<typeof request, Request | undefined>>();
      return origin === c.env.PAGE;
    },
    onVerdict: (verdict, request, c) => {
      isTrue<Is<typeof c, Context<AppEnv>>>();
      console.log(verdict.reason, request.url, c.var.tenant);
    },
  }),
);
app.use(
  "/selected/*",
  cors<AppEnv>((c) => ({ origin: c.env.PAGE, credentials: true })),
);

/** An annotation names it as well. */
app.use("/annotated/*", cors({ origin: (origin, c: Context<AppEnv>) => origin === c.env.PAGE }));

/** Without either, `c` is still a context, as with hono/cors. */
app.use(
  "/unnamed/*",
  cors({
    origin: (origin, c) => {
      isTrue<Is<typeof origin, string>>();
      return c.req.path.startsWith("/public") && origin === c.env.PAGE;
    },
  }),
);

/** Gates of core, in both ways. */
app.use(cors(createCors({ origin: "*" })));
app.use(cors(createCors<Context<AppEnv>>({ origin: (origin, c) => origin === c.env.PAGE })));
app.use(cors<AppEnv>(() => createCors({ origin: "*" })));

/** Policies that are written elsewhere, for one app or for any. */
const shared: HonoOptions = { origin: "https://myapp.com" };
app.use(cors(shared));
app.use(cors<AppEnv>(() => shared));
declare const ofAnyHost: CorsOptions;
app.use(cors(ofAnyHost));
app.use(cors({ ...ofAnyHost, maxAge: 60 }));
app.use(cors<AppEnv>(ofAnyHost));
app.use(cors<AppEnv>((c) => (c.req.path === "/" ? ofAnyHost : shared)));
export const policy: HonoPolicy<AppEnv> = (c) => ({ origin: c.env.PAGE });
app.use(cors(policy));

/** A middleware that an app exports, with the types of the app or of any. */
declare const isLive: boolean;
export const chosen: MiddlewareHandler<AppEnv> = isLive
  ? cors({ origin: "https://myapp.com", credentials: true })
  : cors({ origin: "*" });
export function own(): ReturnType<typeof cors> {
  return cors({ origin: ["http://localhost:5173"], credentials: true });
}
app.use(chosen);
app.use(own());

/** Called by hand, inside another middleware. */
export const byHand = createMiddleware<AppEnv>((c, next) => cors({ origin: c.env.PAGE })(c, next));

/** What comes after it in a chain keeps the app's types, and a client sees the routes' own. */
export const routes = new Hono<AppEnv>()
  .use(cors({ origin: "https://myapp.com" }))
  .use("/api/*", cors<AppEnv>({ origin: (origin, c) => origin === c.env.PAGE }))
  .get("/api/tenant", (c) => {
    isTrue<Is<typeof c.var.tenant, number>>();
    return c.json({ tenant: c.var.tenant });
  });

export async function asClient(): Promise<void> {
  const response = await hc<typeof routes>("https://api.example.com").api.tenant.$get();
  const { tenant } = await response.json();
  isTrue<Is<typeof tenant, number>>();
}

// @ts-expect-error: a policy is required
app.use(cors());

// @ts-expect-error: and so is its origin
app.use(cors({ credentials: true }));

// @ts-expect-error: errors are app.onError's, and the type says so
app.use(cors({ origin: "https://myapp.com", onError: () => new Response() }));

// @ts-expect-error: the same from a function
app.use(cors(() => ({ origin: "https://myapp.com", onError: () => new Response() })));

// @ts-expect-error: methods are a list, and not a function
app.use(cors({ origin: "https://myapp.com", allowMethods: () => ["GET"] }));

// @ts-expect-error: no such binding
app.use(cors<AppEnv>((c) => ({ origin: c.env.OTHER })));
