import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { CorsOptions } from "@crossgate/core";
import { UsageError } from "../usage-error.ts";

/**
 * The policy that a module exports: its default export, options or a `Cors`.
 *
 * @throws UsageError for a module that cannot be loaded or has no such export
 */
export async function loadPolicy(path: string): Promise<CorsOptions> {
  const module = await load(path);
  const value: unknown = module["default"];
  if (isObject(value) && typeof value["check"] === "function" && isObject(value["options"])) {
    return value["options"] as unknown as CorsOptions;
  }
  if (isObject(value) && !Array.isArray(value)) return value as unknown as CorsOptions;
  throw new UsageError(`${path} has no default export that is a policy: export options or a Cors`);
}

async function load(path: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await import(pathToFileURL(resolve(path)).href);
  } catch (error) {
    // A module that calls createCors itself throws what createCors throws.
    if (isConfigError(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`cannot load ${path}: ${reason}`, { cause: error });
  }
}

/** By its shape: the module may have a copy of core of its own. */
export function isConfigError(
  error: unknown,
): error is Error & { issues: readonly { path: string; code: string; message: string }[] } {
  return error instanceof Error && error.name === "CorsConfigError" && "issues" in error;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
