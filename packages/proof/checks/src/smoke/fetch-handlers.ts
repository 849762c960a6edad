import { exchangesOf } from "./exchanges.ts";
import { firstExample } from "./example.ts";
import type { Fresh } from "./fresh.ts";
import { npmInstall, tried } from "./project.ts";

const HELLO = JSON.stringify({ data: "hello world" });

/** Node has no server for fetch handlers; these are what the examples of the tree use. */
const SRVX = `import { serve } from "srvx";
import example from "./server.ts";

const server = serve({ fetch: example.fetch, hostname: "127.0.0.1", port: 0, silent: true });
await server.ready();
console.log(server.url);
`;
const NODE_SERVER = `import { serve } from "@hono/node-server";
import example from "./server.ts";

serve({ fetch: example.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
  console.log(\`http://127.0.0.1:\${port}\`);
});
`;

export const CORE: Fresh = {
  name: "@crossgate/core",
  project: {
    files: { "server.ts": firstExample("packages/core", "ts"), "node.ts": SRVX },
    packages: ["@crossgate/core"],
    dependencies: tried("examples/fetch", "srvx"),
  },
  install: npmInstall,
  serve: {
    Node: [process.execPath, "node.ts"],
    Deno: ["deno", "serve", "--host=127.0.0.1", "--port=0", "server.ts"],
    Bun: ["bun", "--port=0", "server.ts"],
  },
  exchanges: exchangesOf({
    path: "/",
    body: HELLO,
    method: "DELETE",
    allowMethods: "GET,POST,PUT,DELETE",
    allowHeaders: "content-type,authorization",
    exposeHeaders: "x-request-id",
  }),
};

export const HONO: Fresh = {
  name: "@crossgate/hono",
  project: {
    files: { "server.ts": firstExample("packages/hono", "ts"), "node.ts": NODE_SERVER },
    packages: ["@crossgate/hono", "@crossgate/core"],
    dependencies: {
      ...tried("packages/hono", "hono"),
      ...tried("packages/hono", "@hono/node-server"),
    },
  },
  install: npmInstall,
  serve: { Node: [process.execPath, "node.ts"] },
  exchanges: exchangesOf({
    path: "/api/hello",
    body: HELLO,
    method: "DELETE",
    allowMethods: "GET,POST,DELETE",
    allowHeaders: "content-type",
    exposeHeaders: "x-request-id",
  }),
};
