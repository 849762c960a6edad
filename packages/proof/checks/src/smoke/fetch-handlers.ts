import { exchangesOf } from "./exchanges.ts";
import { changed, firstExample } from "./example.ts";
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

/** The store that the example asks: it has two origins, and begins with the program. */
const STORE = `import { createServer } from "node:http";

const origins = new Set(["/https%3A%2F%2Fmyapp.com", "/https%3A%2F%2Fadmin.myapp.com"]);
const store = createServer(({ url }, response) => {
  response.writeHead(origins.has(url) ? 200 : 404).end();
});
await new Promise((listening) => store.listen(0, "127.0.0.1", listening));
export const address = \`http://127.0.0.1:\${store.address().port}\`;
`;
const ASKED = "`http://origins.internal/";

export const ORIGINS: Fresh = {
  name: "@crossgate/origins",
  project: {
    files: {
      "server.ts": `import { address } from "./store.js";\n${changed(firstExample("packages/origins", "ts"), ASKED, "`${address}/")}`,
      "store.js": STORE,
      "node.ts": SRVX,
    },
    packages: ["@crossgate/origins", "@crossgate/core"],
    dependencies: tried("examples/fetch", "srvx"),
  },
  install: npmInstall,
  serve: {
    Node: [process.execPath, "node.ts"],
    Deno: ["deno", "serve", "--allow-net", "--host=127.0.0.1", "--port=0", "server.ts"],
    Bun: ["bun", "--port=0", "server.ts"],
  },
  exchanges: exchangesOf({
    path: "/",
    body: HELLO,
    method: "POST",
    allowMethods: "GET,POST",
    allowHeaders: "content-type",
  }),
};
