import { type CorsOptions, createCors, type OriginFunction } from "@crossgate/core";
import { strangers } from "@crossgate/core/origin-entry";
import { parse } from "tldts";
import type { LintCode, LintWarning } from "./report.ts";
import { slowOrigin } from "./slow-expressions.ts";
import { expressionsOf, literalsOf, strangersBeside } from "./written-names.ts";

/** Origins that no policy means: a function that allows one does not compare. */
export const UNHEARD_OF: readonly string[] = [
  "https://crossgate-lint.example",
  "https://crossgate-lint.invalid",
  "http://crossgate-lint.example",
  "https://localhost.crossgate-lint.example",
  "null",
  "file://",
];

/** A function that answers with a promise may ask a database, which is not to be flooded. */
const MOST_QUESTIONS = 120;

/** What may be found about a policy by asking it. */
export type Found = Pick<LintWarning, "code" | "message">;

/**
 * Asks the expressions and the function of a policy about strangers, and takes the time that they
 * need.
 *
 * @param program the source of the policy's module, whose texts a function may compare with
 */
export async function probeWarnings(
  options: CorsOptions,
  program: string,
): Promise<readonly LintWarning[]> {
  const { origin } = options;
  if (typeof origin === "function") {
    const found = [
      ...(await slowness(expressionsOf(origin.toString()))),
      ...(await askFunction(options, program)),
    ];
    return found.map(({ code, message }) => ({ code, path: "origin", message }));
  }
  const warnings: LintWarning[] = [];
  for (const [index, entry] of (Array.isArray(origin) ? origin : [origin]).entries()) {
    if (!(entry instanceof RegExp)) continue;
    const slow = await slowness([entry]);
    // What takes long would also take long to be asked.
    const found = slow.length > 0 ? slow : askExpression(options, entry);
    for (const each of found) warnings.push({ ...each, path: `origin[${index}]` });
  }
  return warnings;
}

/** The first expression of a text that an origin can keep busy. */
export async function slowness(expressions: readonly RegExp[]): Promise<readonly Found[]> {
  for (const expression of expressions) {
    const origin = await slowOrigin(expression);
    if (origin === undefined) continue;
    const message = `${expression} takes longer with every character of ${origin}, and anyone can send that. Repeat nothing that is itself repeated.`;
    return [{ code: "slow-expression", message }];
  }
  return [];
}

function askExpression(options: CorsOptions, entry: RegExp): readonly Found[] {
  const cors = createCors({
    ...quiet(options),
    credentials: false,
    origin: [entry],
  } as CorsOptions);
  const asked = [...UNHEARD_OF, ...strangers(entry.source), ...strangersBeside(entry.source)];
  return told(asked.find((origin) => cors.allows(origin) === true));
}

async function askFunction(options: CorsOptions, program: string): Promise<readonly Found[]> {
  const ask = options.origin as OriginFunction;
  const cors = createCors({ ...quiet(options), origin: orDenied(ask) } as CorsOptions);
  const near = strangersOf(`${ask.toString()}\n${program}`);
  const asked = [
    ...UNHEARD_OF,
    ...near.slice(0, answersAtOnce(ask) ? near.length : MOST_QUESTIONS),
  ];
  for (let index = 0; index < asked.length; index += 50) {
    const some = asked.slice(index, index + 50);
    const answers = await Promise.all(some.map((origin) => isAllowed(() => cors.allows(origin))));
    const found = told(some.find((_, place) => answers[place]));
    if (found.length > 0) return found;
  }
  return [];
}

/** No one made a request: the policy's own hook stays silent. */
function quiet(options: CorsOptions): CorsOptions {
  return { ...options, onVerdict: undefined };
}

/** Strangers beside and near the names that a program writes out. */
export function strangersOf(program: string): readonly string[] {
  const literals = literalsOf(program).join("\n");
  return [...strangersBeside(literals), ...[...strangers(literals)].filter(isNear)];
}

/** Without a port: a function that looks at ports looks at hosts too. */
function isNear(origin: string): boolean {
  return /^https?:\/\/[^:]*$/.test(origin);
}

function answersAtOnce(ask: OriginFunction): boolean {
  try {
    return typeof ask(UNHEARD_OF[0] ?? "null", undefined) !== "object";
  } catch {
    return false;
  }
}

/** What it means that a stranger's origin is allowed. */
export function told(origin: string | undefined): readonly Found[] {
  if (origin === undefined) return [];
  const host = URL.parse(origin)?.hostname ?? "";
  const { isPrivate } = parse(host, { allowPrivateDomains: true });
  const code: LintCode = isPrivate ? "shared-hosting" : "allows-probe";
  const message = `${origin}, which anyone may register, would be allowed. Compare the whole origin with a list, or write your domain with the dot in front of it.`;
  const opaque = `${origin}, which any sandboxed page or file has, would be allowed.`;
  return [{ code, message: host === "" ? opaque : message }];
}

/** A failure is no warning: it denies. */
function orDenied(ask: OriginFunction): OriginFunction {
  return async (...question) => {
    try {
      return await ask(...question);
    } catch {
      return false;
    }
  };
}

async function isAllowed(ask: () => boolean | Promise<boolean>): Promise<boolean> {
  const patience = new Promise<boolean>((resolve) => {
    setTimeout(resolve, 2000, false).unref();
  });
  return Promise.race([ask(), patience]);
}
