import { type CorsOptions, createCors } from "@crossgate/core";
import { strangers } from "@crossgate/core/origin-entry";
import { askFunction } from "./ask-function.ts";
import { examplesOf } from "./attack-texts.ts";
import type { Environment } from "./load-policy.ts";
import type { LintWarning } from "./report.ts";
import { slowOrigin } from "./slow-expressions.ts";
import { asWritten, type Found, LOOPBACK, quiet, told, UNHEARD_OF } from "./strangers.ts";
import { expressionsOf, hostsIn, strangersBeside } from "./written-names.ts";

/**
 * Asks the expressions and the function of a policy about strangers, and takes the time that they
 * need.
 *
 * @param program the source of the policy's module, whose texts a function may compare with
 * @param env the variables of a policy that is a function of them
 */
export async function probeWarnings(
  options: CorsOptions,
  program: string,
  env: Environment = {},
): Promise<readonly LintWarning[]> {
  const { origin } = options;
  if (typeof origin === "function") {
    const found = [
      ...(await slowness(expressionsOf(origin.toString()))),
      ...(await askFunction(options, program, env)),
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
  const allows = (origin: string): boolean => cors.allows(origin) === true;
  const asked = [...UNHEARD_OF, ...strangers(entry.source), ...strangersBeside(entry.source)];
  const stranger = told(asked.find(allows));
  if (stranger.length > 0) return stranger;
  // Under credentials the gate itself denies what is not encrypted.
  const isHttpDenied =
    options.credentials === true && options.dangerouslyAllowInsecureOrigins !== true;
  const plain = isHttpDenied ? [] : plainTwins(entry);
  return [LOOPBACK.find(allows), plain.find(allows)].flatMap(asWritten);
}

/** What an expression may fit under `http:`, of which a list would be warned. */
function plainTwins(entry: RegExp): readonly string[] {
  const named = hostsIn(entry.source).flatMap((host) => [`http://${host}`, `http://kjw.${host}`]);
  return [...named, ...examplesOf(entry).map((text) => text.replace(/^https?:/i, "http:"))];
}
