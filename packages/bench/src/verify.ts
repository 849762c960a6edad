import type { Contender } from "./contender.ts";
import type { Load } from "./loads.ts";

const CORS_HEADER = /^(?:access-control-|vary$)/;

/** What is wrong with a contender's answer; a fast wrong answer is no contender. */
export async function answerProblem(
  { handle, speaksCors }: Contender,
  load: Load,
): Promise<string | undefined> {
  const response = await handle(load.request);
  if (response === undefined) return "no answer";
  const wanted = speaksCors ? { status: load.status, ...load.headers } : { status: 200 };
  const got = { status: response.status, ...corsHeaders(response.headers) };
  const [expected, seen] = [JSON.stringify(wanted), JSON.stringify(got)];
  return expected === seen ? undefined : `answered ${seen} instead of ${expected}`;
}

/** In order of their names, in lower case and without spaces, which no reader of them minds. */
function corsHeaders(headers: Headers): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...headers]
      .filter(([name]) => CORS_HEADER.test(name))
      .map(([name, value]): [string, string] => [name, value.toLowerCase().replaceAll(" ", "")])
      .toSorted(([left], [right]) => (left < right ? -1 : 1)),
  );
}
