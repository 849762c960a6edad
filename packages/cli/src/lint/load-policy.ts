import { extname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { CorsOptions, Gate } from "@crossgate/core";
import { createJiti } from "jiti";
import { UsageError } from "../usage-error.ts";
import { advice, assertNoApp } from "./app.ts";
import { assertModule, foreign, readJson } from "./foreign.ts";

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
  const module = await load(path, env);
  const exported = defaultOf(module);
  const value = isSelector(exported) ? await select(exported, env, path) : await exported;
  assertNoApp(value, path);
  if (isObject(value) && typeof value["check"] === "function") {
    return isObject(value["options"])
      ? (value["options"] as unknown as CorsOptions)
      : (value as unknown as Gate);
  }
  if (isObject(value) && !Array.isArray(value)) return value as unknown as CorsOptions;
  throw noPolicy(path, isSelector(exported) ? undefined : module);
}

/** @param module what was exported; undefined where a function gave no policy */
function noPolicy(path: string, module: Readonly<Record<string, unknown>> | undefined): UsageError {
  const names = Object.entries(module ?? {})
    .filter(([name, value]) => /^(?!default$)[\w$]+$/.test(name) && isPolicy(value))
    .map(([name]) => name);
  const [first] = names;
  const found = module
    ? "has no default export that is a policy"
    : "exports a function that gives no policy";
  const how = first
    ? `It exports ${names.slice(0, 4).join(", ")} by name: write export default ${first};`
    : 'Export options, a Cors, a gate, or a function of env that gives one: export default { origin: "https://myapp.com" };';
  return new UsageError(`${path} ${found}. ${how}`);
}

function isPolicy(value: unknown): boolean {
  return isObject(value) && ("origin" in value || typeof value["check"] === "function");
}

/** A compiler that writes CommonJS puts the default export into another object. */
function defaultOf(module: Readonly<Record<string, unknown>>): unknown {
  const exported = module["default"];
  const isWrapped = isObject(exported) && exported["__esModule"] === true && "default" in exported;
  return isWrapped ? exported["default"] : exported;
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
    const why =
      selector.length > 1
        ? `It takes ${selector.length} arguments, as a middleware does, and lint calls it with env alone. ${advice}`
        : "lint calls it with env alone. If it needs variables, name the file that has them: --env .env. If it looks at the request, export corsByPath or corsByOrigin";
    throw new UsageError(`The function that ${path} exports fails: ${reason}. ${why}`, {
      cause: error,
    });
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
function virtualModules(env: Environment): Readonly<Record<string, unknown>> {
  return {
    "cloudflare:workers": {
      DurableObject: Base,
      RpcTarget: Base,
      WorkerEntrypoint: Base,
      WorkflowEntrypoint: Base,
      env,
      waitUntil: () => undefined,
    },
    "cloudflare:sockets": { connect: () => undefined },
  };
}

/** Node's own loader first; jiti for path aliases, enums and other TypeScript beyond it. */
async function load(path: string, env: Environment): Promise<Readonly<Record<string, unknown>>> {
  await assertModule(path);
  if (/\.json$/i.test(path)) return { default: await readJson(path) };
  const url = pathToFileURL(resolve(path)).href;
  try {
    return (await import(url)) as Readonly<Record<string, unknown>>;
  } catch (error) {
    // A module that calls createCors itself throws what createCors throws.
    if (isConfigError(error)) throw error;
    return loadByJiti(path, error, env);
  }
}

async function loadByJiti(
  path: string,
  first: unknown,
  env: Environment,
): Promise<Readonly<Record<string, unknown>>> {
  try {
    const jiti = createJiti(resolve(path), {
      fsCache: false,
      tsconfigPaths: true,
      tryNative: false,
      virtualModules: virtualModules(env),
      interopDefault: false,
      jsx: true,
    });
    return await jiti.import(resolve(path));
  } catch (error) {
    if (isConfigError(error)) throw error;
    // That Node does not read such a file at all says nothing about what is wrong with it.
    const told = [first, error].find((each) => isTelling(each)) ?? error;
    const reason = told instanceof Error ? told.message : String(told);
    if (extname(path) === "") throw foreign(path);
    throw new UsageError(`cannot load ${path}: ${reason}`, { cause: error });
  }
}

function isTelling(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return !/^ERR_UNKNOWN_FILE_EXTENSION$|TYPE_STRIPPING|TYPESCRIPT_SYNTAX/.test(code);
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
