import type { OptionsRecord } from "../src/demo/options-text.ts";
import { printOptions } from "../src/demo/print-options.ts";

/** A program that keeps the gate by this policy, on one host. */
export interface Snippet {
  readonly host: string;
  readonly name: string;
  readonly file: string;
  readonly packages: string;
  readonly code: string;
}

interface Host extends Omit<Snippet, "code"> {
  readonly write: (options: OptionsRecord) => string;
}

const HOSTS: readonly Host[] = [
  {
    host: "hono",
    name: "Hono",
    file: "app.ts",
    packages: "@crossgate/hono @crossgate/core hono",
    write: (options) => `import { cors } from "@crossgate/hono";
import { Hono } from "hono";

const app = new Hono();

app.use("/api/*", cors(${printOptions(options)}));

app.get("/api/hello", (c) => c.json({ data: "hello world" }));

export default app;
`,
  },
  {
    host: "workers",
    name: "Workers",
    file: "worker.ts",
    packages: "@crossgate/cloudflare @crossgate/core",
    write: (options) => `import { withCors } from "@crossgate/cloudflare";

export default withCors(
  {
    fetch(request) {
      return Response.json({ data: "hello world", method: request.method });
    },
  },
  ${printOptions(options, "  ")},
) satisfies ExportedHandler;
`,
  },
  {
    host: "deno",
    name: "Deno",
    file: "server.ts",
    packages: "@crossgate/deno @crossgate/core",
    write: (options) => `import { withCors } from "@crossgate/deno";

Deno.serve(
  withCors(
    (request) => Response.json({ data: "hello world", method: request.method }),
    ${printOptions(options, "    ")},
  ),
);
`,
  },
  {
    host: "bun",
    name: "Bun",
    file: "server.ts",
    packages: "@crossgate/bun @crossgate/core",
    write: (options) => `import { withCors } from "@crossgate/bun";

Bun.serve(
  withCors(
    {
      routes: {
        "/api/hello": () => Response.json({ data: "hello world" }),
      },
    },
    ${printOptions(options, "    ")},
  ),
);
`,
  },
  {
    host: "next",
    name: "Next",
    file: "app/api/hello/route.ts",
    packages: "@crossgate/next @crossgate/core",
    write: (options) => `import { withCors } from "@crossgate/next";

export const { GET, OPTIONS } = withCors(
  {
    GET: () => Response.json({ data: "hello world" }),
  },
  ${printOptions(options, "  ")},
);
`,
  },
];

const LISTS = ["allowMethods", "allowHeaders", "exposeHeaders"];

/** The programs for a policy that `createCors` accepts. */
export function snippetsFor(options: OptionsRecord): readonly Snippet[] {
  const typed = Object.fromEntries(
    // The constructor takes a lone name for a list of one, and the types do not.
    Object.entries(options).map(([name, value]) => [
      name,
      LISTS.includes(name) && typeof value === "string" && value !== "*" ? [value] : value,
    ]),
  );
  return HOSTS.map(({ host, name, file, packages, write }) => ({
    host,
    name,
    file,
    packages,
    code: write(typed),
  }));
}
