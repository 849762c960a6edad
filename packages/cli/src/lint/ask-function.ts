import { type CorsOptions, createCors, type OriginFunction } from "@crossgate/core";
import type { Environment } from "./load-policy.ts";
import {
  asWritten,
  type Found,
  LOOPBACK,
  quiet,
  strangersOf,
  told,
  UNHEARD_OF,
} from "./strangers.ts";
import { hostsIn, originsIn } from "./written-names.ts";

/** A function that answers with a promise may ask a database, which is not to be flooded. */
const MOST_QUESTIONS = 120;

/**
 * Asks a function about strangers, some of them made of the texts of its module.
 *
 * @param program the source of that module
 * @param env the variables of a policy that is a function of them
 */
export async function askFunction(
  options: CorsOptions,
  program: string,
  env: Environment,
): Promise<readonly Found[]> {
  const ask = options.origin as OriginFunction;
  const context = contextOf(env);
  const watched = watch(ask);
  const cors = createCors({ ...quiet(options), origin: watched.orDenied } as CorsOptions);
  const firstAllowed = async (origins: readonly string[]): Promise<string | undefined> => {
    for (let index = 0; index < origins.length; index += 50) {
      const some = origins.slice(index, index + 50);
      const asked = some.map((origin) => isAllowed(() => cors.allows(origin, context)));
      const answers = await Promise.all(asked);
      const found = some.find((_, place) => answers[place]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const near = strangersOf(`${ask.toString()}\n${program}`);
  const most = answersAtOnce(ask, context) ? near.length : MOST_QUESTIONS;
  const stranger = await firstAllowed([...UNHEARD_OF, ...near.slice(0, most)]);
  if (stranger !== undefined) return told(stranger);
  const local = await firstAllowed(LOOPBACK);
  if (local !== undefined) return asWritten(local);
  // It may throw at strangers alone.
  if (watched.silence() !== undefined) await firstAllowed(ownOrigins(program));
  return unanswered(ask, watched.silence());
}

/** Whom a program may mean to allow: the origins that it writes out, and its hosts. */
function ownOrigins(program: string): readonly string[] {
  return [...originsIn(program), ...hostsIn(program).map((host) => `https://${host}`)];
}

/** What hosts hand to a function of theirs, as far as a policy's variables go. */
function contextOf(env: Environment): object {
  return { env, ctx: { waitUntil: () => undefined } };
}

interface Watched {
  readonly orDenied: OriginFunction;
  /** Why it has not answered at all; undefined if it has. */
  silence(): string | undefined;
}

/** A failure denies, and is no warning as long as other questions are answered. */
function watch(ask: OriginFunction): Watched {
  let isHeard = false;
  let failure: unknown = "it never answers";
  return {
    async orDenied(...question) {
      try {
        const answer = await ask(...question);
        isHeard = true;
        return answer;
      } catch (error) {
        failure = error;
        return false;
      }
    },
    silence: () => {
      if (isHeard) return undefined;
      return failure instanceof Error ? failure.message : String(failure);
    },
  };
}

function unanswered(ask: OriginFunction, why: string | undefined): readonly Found[] {
  if (why === undefined) return [];
  const isCallback = ask.length > 1 && why.endsWith("is not a function");
  const how = isCallback
    ? "It calls back, as the functions of express and fastify do. Here it returns true or false."
    : "lint calls it with an origin and { env }.";
  const message = `It has answered no question of lint (${why}), so lint cannot say whom it allows. ${how}`;
  return [{ code: "function-unanswered", message }];
}

function answersAtOnce(ask: OriginFunction, context: object): boolean {
  try {
    return typeof ask(UNHEARD_OF[0] ?? "null", context) !== "object";
  } catch {
    return false;
  }
}

async function isAllowed(ask: () => boolean | Promise<boolean>): Promise<boolean> {
  const patience = new Promise<boolean>((resolve) => {
    setTimeout(resolve, 2000, false).unref();
  });
  return Promise.race([ask(), patience]);
}
