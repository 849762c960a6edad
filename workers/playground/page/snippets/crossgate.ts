import type { OptionsRecord } from "../../src/demo/options-text.ts";
import { printOptions } from "../../src/demo/print-options.ts";
import type { Host } from "./snippet.ts";

/** The five hosts of Crossgate. */
export const CROSSGATE: readonly Host[] = [
  {
    host: "hono",
    name: "Hono",
    file: "app.ts",
    install: "npm install @crossgate/hono @crossgate/core hono",
    write: ({ options, method }) => `import { cors } from "@crossgate/hono";
import { Hono } from "hono";

const app = new Hono();

app.use("/api/*", cors(${printOptions(typed(options))}));

app.${honoMethod(method)}("/api/hello", (c) => c.json({ data: "hello world" }));

export default app;
`,
  },
  {
    host: "workers",
    name: "Workers",
    file: "worker.ts",
    install: "npm install @crossgate/cloudflare @crossgate/core",
    write: ({ options }) => `import { withCors } from "@crossgate/cloudflare";

export default withCors(
  {
    fetch(request) {
      return Response.json({ data: "hello world", method: request.method });
    },
  },
  ${printOptions(typed(options), "  ")},
) satisfies ExportedHandler;
`,
  },
  {
    host: "deno",
    name: "Deno",
    file: "server.ts",
    install: "npm install @crossgate/deno @crossgate/core",
    write: ({ options }) => `import { withCors } from "@crossgate/deno";

Deno.serve(
  withCors(
    (request) => Response.json({ data: "hello world", method: request.method }),
    ${printOptions(typed(options), "    ")},
  ),
);
`,
  },
  {
    host: "bun",
    name: "Bun",
    file: "server.ts",
    install: "npm install @crossgate/bun @crossgate/core",
    write: ({ options }) => `import { withCors } from "@crossgate/bun";

Bun.serve(
  withCors(
    {
      routes: {
        "/api/hello": () => Response.json({ data: "hello world" }),
      },
    },
    ${printOptions(typed(options), "    ")},
  ),
);
`,
  },
  {
    host: "next",
    name: "Next",
    file: "app/api/hello/route.ts",
    install: "npm install @crossgate/next @crossgate/core",
    write: ({ options, method }) => `import { withCors } from "@crossgate/next";

export const { ${exportsOf(method)} } = withCors(
  {
    ${nextMethod(method)}: () => Response.json({ data: "hello world" }),
  },
  ${printOptions(typed(options), "  ")},
);
`,
  },
];

const LISTS = ["allowMethods", "allowHeaders", "exposeHeaders"];

/** The constructor takes a lone name for a list of one, and the types do not. */
function typed(options: OptionsRecord): OptionsRecord {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [
      name,
      LISTS.includes(name) && typeof value === "string" && value !== "*" ? [value] : value,
    ]),
  );
}

/** A route for GET answers HEAD, too. */
function honoMethod(method: string): string {
  return method === "HEAD" ? "get" : method.toLowerCase();
}

function nextMethod(method: string): string {
  return method === "HEAD" ? "GET" : method.toUpperCase();
}

function exportsOf(method: string): string {
  return [...new Set([nextMethod(method), "OPTIONS"])].join(", ");
}
