import { build, type Plugin } from "esbuild";
import { pathOf } from "../runtimes.ts";

/** A library as an application imports it. */
export interface Library {
  readonly name: string;
  /** What is imported, from where. */
  readonly imports: string;
  /** Makes a gate of the policy. */
  readonly construct: string;
  /** The framework that the application has anyway. */
  readonly framework?: string;
}

const PEER = `origin: ["https://myapp.com", "https://app.test"], credentials: true, maxAge: 600`;
const LISTS = `allowMethods: ["GET", "PUT"], allowHeaders: ["content-type"]`;
const EXPRESS_LISTS = `methods: ["GET", "PUT"], allowedHeaders: ["content-type"]`;

export const LIBRARIES: readonly Library[] = [
  library("@crossgate/core", "createCors", `createCors({ ${PEER}, ${LISTS} })`),
  library("@crossgate/core/by-path", "corsByPath", `corsByPath([{ path: "*", ${PEER} }])`),
  library("@crossgate/hono", "cors", `cors({ ${PEER}, ${LISTS} })`, "hono"),
  library("hono/cors", "cors", `cors({ ${PEER}, ${LISTS} })`, "hono"),
  library("itty-router/cors", "cors", `cors({ ${PEER}, ${LISTS} })`),
  library("@elysiajs/cors", "cors", `cors({ ${PEER}, ${EXPRESS_LISTS} })`, "elysia"),
  library("@whatwg-node/server", "useCORS", `useCORS({ ${PEER}, ${EXPRESS_LISTS} })`),
  library("h3", "handleCors", `handleCors`),
];

function library(from: string, name: string, construct: string, framework?: string): Library {
  const imports = `import { ${name} } from "${from}";`;
  return { name: from, imports, construct, ...(framework !== undefined && { framework }) };
}

export interface BundleOptions {
  /** Leaves out the framework. */
  readonly alone: boolean;
}

/** One file, minified, as it would be deployed. */
export async function bundle(
  contents: string,
  framework: string | undefined,
  { alone }: BundleOptions,
): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: pathOf(".."), loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2023",
    platform: "browser",
    external: ["node:*"],
    plugins: alone && framework !== undefined ? [without(framework)] : [],
    write: false,
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`nothing came of ${contents}`);
  return file.contents;
}

/** Leaves a framework out, but not what the application itself imports of it. */
function without(framework: string): Plugin {
  return {
    name: "without-framework",
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${framework}(?:/|$)`) }, ({ importer }) =>
        importer === "<stdin>" ? undefined : { external: true },
      );
    },
  };
}
