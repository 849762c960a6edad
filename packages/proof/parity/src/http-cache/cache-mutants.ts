import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Mutant } from "../mutants.ts";
import { plant } from "../mutants.ts";
import type { CacheModel } from "./run-http-cache.ts";

/** The mistakes that a model of an HTTP cache may make. */
export const cacheMutants: readonly Mutant[] = [
  {
    name: "Vary is not looked at",
    file: "http-cache/stored-response.ts",
    find: 'name !== "*" && (name === "" || getHeader(asked, name) === getHeader(request, name))',
    replace: 'name !== "*"',
  },
  {
    name: "Vary: * lets anything pass",
    file: "http-cache/stored-response.ts",
    find: 'name !== "*" && ',
    replace: 'name === "*" || ',
  },
  {
    name: "a lifetime never ends",
    file: "http-cache/freshness.ts",
    find: "if (maxAge !== undefined) return maxAge;",
    replace: "if (maxAge !== undefined) return Infinity;",
  },
  {
    name: "Age is not looked at",
    file: "http-cache/freshness.ts",
    find: "Math.max(apparent, said)",
    replace: "apparent",
  },
  {
    name: "Expires is not looked at",
    file: "http-cache/freshness.ts",
    find: 'if (headers.has("expires"))',
    replace: 'if (headers.has("x-expires"))',
  },
  {
    name: "nothing is guessed from Last-Modified",
    file: "http-cache/freshness.ts",
    find: "const heuristicShare = 0.1;",
    replace: "const heuristicShare = 0;",
  },
  {
    name: "no-cache may be used again",
    file: "http-cache/freshness.ts",
    find: 'if (directives.has("no-cache")) return false;',
    replace: "",
  },
  {
    name: "no-store is stored",
    file: "http-cache/asking-turn.ts",
    find: 'directives.has("no-store")',
    replace: "false",
  },
  {
    name: "sites share their responses",
    file: "http-cache/key.ts",
    find: "`${protocol}//${site} ${url.href}`",
    replace: "url.href",
  },
  {
    name: "a 304 leaves what is stored alone",
    file: "http-cache/stored-response.ts",
    find: 'if (name !== "content-length") merged.set(name, value);',
    replace: "void [name, value];",
  },
  {
    name: "Chromium keeps what it has blocked",
    file: "http-cache/rules.ts",
    find: '    dropsBlocked: "others",',
    replace: "    dropsBlocked: undefined,",
  },
  {
    name: "Firefox shares with and without credentials",
    file: "http-cache/rules.ts",
    find: "    splitsByCredentials: true,",
    replace: "    splitsByCredentials: false,",
  },
  {
    name: "Firefox shares elements' responses with scripts of other sites",
    file: "http-cache/rules.ts",
    find: "    splitsForeignScripts: true,",
    replace: "    splitsForeignScripts: false,",
  },
  {
    name: "force-cache asks where the response is stale",
    file: "http-cache/http-cache.ts",
    find: 'mode === "force-cache" || ',
    replace: "",
  },
  {
    name: "reload reads the cache",
    file: "http-cache/look-up.ts",
    find: 'mode !== "reload" && ',
    replace: "",
  },
  {
    name: "Chromium heeds no directive of the page",
    file: "http-cache/look-up.ts",
    find: 'const isForced = directives.has("no-cache") || isPragma;',
    replace: "const isForced = false && isPragma;",
  },
  {
    name: "Chromium heeds every directive of the page",
    file: "http-cache/rules.ts",
    find: '    requestDirectives: "few",',
    replace: "",
  },
  {
    name: "Firefox heeds two directives of the page",
    file: "http-cache/rules.ts",
    find: '    requestDirectives: "one",',
    replace: '    requestDirectives: "few",',
  },
  {
    name: "only status 200 is asked about",
    file: "http-cache/stored-response.ts",
    find: "validatesSuccesses ? isOkStatus(status) : status === 200",
    replace: "status === 200 || (validatesSuccesses && false)",
  },
  {
    name: "POST leaves the URL alone",
    file: "http-cache/rules.ts",
    find: 'invalidatedBy: ["POST", "DELETE", "PATCH"]',
    replace: 'invalidatedBy: ["DELETE", "PATCH"]',
  },
  {
    name: "in Firefox an error leaves the URL alone",
    file: "http-cache/rules.ts",
    find: "errorsInvalidate: true",
    replace: "errorsInvalidate: false",
  },
  {
    name: "conditional requests have no ETag",
    file: "http-cache/stored-response.ts",
    find: '...(etag === null ? [] : [["if-none-match", etag] as const]),',
    replace: "...(etag === null ? [] : []),",
  },
];

/** Loads the package with a bug. */
export async function loadCacheMutant(mutant: Mutant): Promise<CacheModel> {
  const directory = await plant(mutant);
  const load = (file: string): Promise<unknown> =>
    import(pathToFileURL(join(directory, file)).href);
  const [browser, cache] = await Promise.all([load("index.ts"), load("http-cache/index.ts")]);
  return { ...(browser as CacheModel), ...(cache as CacheModel) };
}
