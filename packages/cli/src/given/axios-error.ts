import type { Given } from "./given.ts";
import { readClient } from "./javascript/index.ts";

/**
 * Reads the request out of an error of axios, as consoles and loggers print it: its member `config`
 * is the call.
 *
 * @returns undefined for an error that does not have it written out
 */
export function readAxiosError(text: string): Given | undefined {
  const isError = /AxiosError|ERR_NETWORK|isAxiosError|Network Error/.test(text);
  const [start] = /["']?config["']?:\s*(?:\w+ )?\{/.exec(text) ?? [];
  if (!isError || start === undefined) return undefined;
  const config = text.slice(text.indexOf(start) + start.length - 1);
  return readClient(`axios(${asScript(config)}`);
}

/** An object as consoles print it, without what stands there for a function or a longer value. */
function asScript(printed: string): string {
  return printed
    .replaceAll("\\\\n", " ")
    .replaceAll(/\{\s*…\s*\}/g, "{}")
    .replaceAll(/,?\s*…/g, "")
    .replaceAll(/\b(?:Array|Map|Set)\(\d+\)(?:\s*\[[^\]]*\])?/g, "[]")
    .replaceAll(
      /\[(?:Function|AsyncFunction|class|Object|Array|Circular)\b[^\]]*\](?!\s*\{)/g,
      "null",
    )
    .replaceAll(/ƒ\s*\w*\s*\([^)]*\)/g, "null")
    .replaceAll(/(:\s*)(?:Object )?\[?[A-Z]\w+\]? \{/g, "$1{");
}
