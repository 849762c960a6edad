import type { WorkerContext } from "@crossgate/cloudflare";
import {
  type Cors,
  CorsConfigError,
  type CorsOptions,
  createCors,
  originsFrom,
  type StaticCorsOptions,
} from "@crossgate/core";
import type { Env } from "./env.ts";
import { problem } from "./problem.ts";
import type { SettingReader } from "./setting-reader.ts";

export type Policy = Cors<WorkerContext<Env>>;

/** Which variable holds which option of the policy. */
const VARIABLES = {
  origin: "ALLOWED_ORIGINS",
  allowMethods: "ALLOW_METHODS",
  allowHeaders: "ALLOW_HEADERS",
  exposeHeaders: "EXPOSE_HEADERS",
  credentials: "ALLOW_CREDENTIALS",
  maxAge: "MAX_AGE",
  refuseDenied: "REFUSE_DENIED",
  dangerouslyAllowInsecureOrigins: "DANGEROUSLY_ALLOW_INSECURE_ORIGINS",
} as const satisfies Partial<Record<keyof CorsOptions, keyof Env>>;

const LONGEST_MAX_AGE = { least: 0, most: 86_400 };
const DEFAULT_MAX_AGE = 600;

/** The policy that the variables describe; what is wrong with them is told to the reader. */
export function readPolicy(
  origins: Env["ALLOWED_ORIGINS"],
  reader: SettingReader<keyof Env>,
): Policy | undefined {
  const options = {
    allowMethods: reader.list(VARIABLES.allowMethods),
    allowHeaders: reader.list(VARIABLES.allowHeaders),
    exposeHeaders: reader.list(VARIABLES.exposeHeaders),
    credentials: reader.flag(VARIABLES.credentials, false),
    maxAge: reader.whole(VARIABLES.maxAge, LONGEST_MAX_AGE, DEFAULT_MAX_AGE),
    // Where no one is denied, one response can be everyone's.
    refuseDenied: reader.flag(VARIABLES.refuseDenied, !isEveryone(origins)),
    dangerouslyAllowInsecureOrigins: reader.flag(VARIABLES.dangerouslyAllowInsecureOrigins, false),
    onError: answerError,
  };
  try {
    // Which options clash is seen at run time: the types know no variables.
    return createCors({ ...options, origin: readOrigins(origins) } as StaticCorsOptions<
      WorkerContext<Env>
    >);
  } catch (error) {
    if (!(error instanceof CorsConfigError)) throw error;
    for (const { path, message } of error.issues) {
      reader.refuse(inVariables(path), inVariables(message));
    }
    return undefined;
  }
}

/** The same policy, under which another origin's request never reaches the upstream. */
export function refusing({ options }: Policy): Policy {
  return createCors({ ...options, refuseDenied: true } as StaticCorsOptions<WorkerContext<Env>>);
}

/** Whether every origin is meant, in any of the spellings of `"*"` alone. */
function isEveryone(origins: Env["ALLOWED_ORIGINS"]): boolean {
  const text = Array.isArray(origins) ? origins.join(",") : String(origins);
  return /^[\s["]*\*[\s\]"]*$/u.test(text);
}

/** An entry between slashes is a regular expression, which JSON has no other way to say. */
function readOrigins(origins: Env["ALLOWED_ORIGINS"]): "*" | readonly (string | RegExp)[] {
  const written = typeof origins === "string" ? (inText(origins) ?? origins) : origins;
  const entries = originsFrom(written as string | readonly string[] | undefined);
  if (entries === "*") return entries;
  return entries.map((entry) => {
    const [, source, flags = ""] = /^\/(.+)\/([a-z]*)$/u.exec(entry) ?? [];
    return source === undefined ? entry : compile(source, flags);
  });
}

/** The entries of a text that holds an expression, in which a comma separates nothing (`\d{1,3}`). */
function inText(text: string): readonly string[] | undefined {
  if (!/^[^"[{]*\/\^/u.test(text)) return undefined;
  return text.match(/\/\^.*?\$\/[a-z]*(?=[\s,]|$)|[^\s,]+/gu) ?? undefined;
}

function compile(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    const message = `invalid /${source}/${flags}: ${error instanceof Error ? error.message : "no regular expression"}`;
    throw new CorsConfigError([{ path: "origin", code: "invalid", message }]);
  }
}

/** A reader of the log knows the variables, and not what they become. */
function inVariables(text: string): string {
  return Object.entries(VARIABLES).reduce(
    (told, [option, name]) =>
      told.replaceAll(new RegExp(`^${option}(?=$|\\[)|\\b${option}(?=: true)`, "gu"), name),
    text.replace("dangerouslyAllowInsecureOrigins", VARIABLES.dangerouslyAllowInsecureOrigins),
  );
}

function answerError(error: unknown): Response {
  console.error("gateway: 500 is sent", error);
  return problem(500, "The gateway failed.");
}
