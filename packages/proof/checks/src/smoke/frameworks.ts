import { exchangesOf } from "./exchanges.ts";
import { firstExample } from "./example.ts";
import type { Fresh } from "./fresh.ts";
import { pnpmInstall, tried } from "./project.ts";

const WRANGLER_SETTINGS = {
  name: "fresh",
  main: "src/worker.ts",
  compatibility_date: "2025-01-01",
  send_metrics: false,
  kv_namespaces: [{ binding: "GREETINGS", id: "greetings" }],
};

const WRANGLER = [process.execPath, "node_modules/wrangler/bin/wrangler.js"];

export const CLOUDFLARE: Fresh = {
  name: "@crossgate/cloudflare",
  project: {
    files: {
      "src/worker.ts": firstExample("packages/cloudflare", "ts"),
      "wrangler.jsonc": JSON.stringify(WRANGLER_SETTINGS),
    },
    packages: ["@crossgate/cloudflare", "@crossgate/origins", "@crossgate/core"],
    dependencies: tried("packages/cloudflare", "wrangler"),
  },
  install: pnpmInstall,
  before: [
    [...WRANGLER, "kv", "key", "put", "--local", "--binding=GREETINGS", "hello", "world"],
    [...WRANGLER, "deploy", "--dry-run"],
  ],
  serve: {
    workerd: [...WRANGLER, "dev", "--ip=127.0.0.1", "--port=0", "--inspector-port=0"],
  },
  exchanges: exchangesOf({
    path: "/",
    body: JSON.stringify({ data: "world" }),
    method: "POST",
    allowMethods: "GET,POST",
    allowHeaders: "content-type",
  }),
};

const ROUTE = firstExample("packages/next", "ts");
const ROUTE_FILE = /^\/\/ (app\/\S+)$/m.exec(ROUTE)?.[1] ?? "the README names no route file";
const NEXT = [process.execPath, "node_modules/next/dist/bin/next"];

export const NEXTJS: Fresh = {
  name: "@crossgate/next",
  project: {
    files: { [ROUTE_FILE]: ROUTE },
    packages: ["@crossgate/next", "@crossgate/core"],
    dependencies: {
      ...tried("packages/next", "next"),
      ...tried("packages/next", "react"),
      ...tried("packages/next", "react-dom"),
      ...tried("packages/next", "@types/react"),
      ...tried(".", "@types/node"),
      // `next build` would fetch one by itself.
      ...tried(".", "typescript"),
    },
  },
  install: pnpmInstall,
  before: [[...NEXT, "build"]],
  serve: { Node: [...NEXT, "start", "--hostname=127.0.0.1", "--port=0"] },
  exchanges: exchangesOf({
    path: "/api/users/7?field=name",
    body: JSON.stringify({ id: "7", fields: ["name"] }),
    method: "PUT",
    allowMethods: "GET,HEAD,PUT",
    allowHeaders: "content-type,authorization",
  }),
};
