// With the types of a Worker in place of the DOM's. A Worker may export an app, and its bindings
// have the official types in a policy's functions.
import { cors } from "@crossgate/hono";
import { Hono } from "hono";
import { upgradeWebSocket } from "hono/cloudflare-workers";

interface AppEnv {
  readonly Bindings: { readonly TENANTS: KVNamespace; readonly PAGE: `https://${string}` };
}

const app = new Hono<AppEnv>();

app.use(
  "/api/*",
  cors<AppEnv>({
    origin: async (origin, c) => (await c.env.TENANTS.get(origin)) !== null,
    onVerdict: (verdict, request, c) => {
      c.executionCtx.waitUntil(c.env.TENANTS.put(request.url, verdict.detail));
    },
  }),
);
app.use(
  "/socket",
  cors<AppEnv>((c) => ({ origin: c.env.PAGE, refuseDenied: true })),
  upgradeWebSocket(() => ({ onMessage: (event, socket) => socket.send(String(event.data)) })),
);
app.get("/api/colo", (c) => c.text(c.req.raw.url));

export const worker = app satisfies ExportedHandler<AppEnv["Bindings"]>;

// @ts-expect-error: KV answers later, and null
app.use(cors<AppEnv>({ origin: (origin, c) => c.env.TENANTS.get(origin) === origin }));
