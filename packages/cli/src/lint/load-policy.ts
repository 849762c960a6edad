import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { CorsOptions, Gate } from "@crossgate/core";
import { createJiti } from "jiti";
import { UsageError } from "../usage-error.ts";
import { assertNoApp } from "./app.ts";

/** The variables that a policy may be made of. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What a module exports: options, or a gate of several policies, which does not show its options. */
export type Policy = CorsOptions | Gate;

/**
 * The policy that a module exports as default. It is options, a `Cors`, another gate, or a function
 * of the environment that gives one of these.
 *
 * @throws UsageError for a module that cannot be loaded or has no such export
 */
export async function loadPolicy(path: string, env: Environment): Promise<Policy> {
  const module = await load(path);
  const exported: unknown = module["default"];
  const value = isSelector(exported) ? await select(exported, env, path) : exported;
  assertNoApp(value, path);
  if (isObject(value) && typeof value["check"] === "function") {
    return isObject(value["options"])
      ? (value["options"] as unknown as CorsOptions)
      : (value as unknown as Gate);
  }
  if (isObject(value) && !Array.isArray(value)) return value as unknown as CorsOptions;
  throw new UsageError(
    `${path} has no default export that is a policy. Export options, a Cors, a gate, or a function of env that gives one: export default { origin: "https://myapp.com" };`,
  );
}

type Selector = (env: unknown) => unknown;

/** A function is a selector; a class is a Worker's entry point, and some apps are functions too. */
function isSelector(value: unknown): value is Selector {
  if (typeof value !== "function" || "use" in value) return false;
  return !/^class\b/.test(Function.prototype.toString.call(value));
}

/** Cloudflare's adapter calls with `env`, Hono's with `c`, which has it. */
async function select(selector: Selector, env: Environment, path: string): Promise<unknown> {
  const argument = { ...env };
  Object.defineProperty(argument, "env", { value: env, enumerable: false });
  try {
    return await selector(argument);
  } catch (error) {
    if (isConfigError(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `The function that ${path} exports fails: ${reason}. If it needs variables, name the file that has them: --env .env`,
      { cause: error },
    );
  }
}

/** What a Worker's classes extend. */
class Base {
  protected readonly ctx: unknown;
  protected readonly env: unknown;

  constructor(ctx: unknown, env: unknown) {
    this.ctx = ctx;
    this.env = env;
  }
}

/** Names that only other hosts have, so that a policy beside a Worker can be read. */
const virtualModules: Readonly<Record<string, unknown>> = {
  "cloudflare:workers": {
    DurableObject: Base,
    RpcTarget: Base,
    WorkerEntrypoint: Base,
    WorkflowEntrypoint: Base,
    env: {},
    waitUntil: () => undefined,
  },
  "cloudflare:sockets": { connect: () => undefined },
};

/** Node's own loader first; jiti for path aliases, enums and other TypeScript beyond it. */
async function load(path: string): Promise<Readonly<Record<string, unknown>>> {
  const url = pathToFileURL(resolve(path)).href;
  try {
    return (await import(url)) as Readonly<Record<string, unknown>>;
  } catch (error) {
    // A module that calls createCors itself throws what createCors throws.
    if (isConfigError(error)) throw error;
    return loadByJiti(path, error);
  }
}

async function loadByJiti(
  path: string,
  first: unknown,
): Promise<Readonly<Record<string, unknown>>> {
  try {
    const jiti = createJiti(resolve(path), {
      fsCache: false,
      tsconfigPaths: true,
      tryNative: false,
      virtualModules,
      interopDefault: false,
    });
    return await jiti.import(resolve(path));
  } catch (error) {
    if (isConfigError(error)) throw error;
    const told = [first, error].find((each) => each instanceof Error) ?? error;
    const reason = told instanceof Error ? told.message : String(told);
    throw new UsageError(`cannot load ${path}: ${reason}`, { cause: error });
  }
}

/** By its shape: the module may have its own copy of core. */
export function isConfigError(
  error: unknown,
): error is Error & { issues: readonly { path: string; code: string; message: string }[] } {
  return error instanceof Error && error.name === "CorsConfigError" && "issues" in error;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
