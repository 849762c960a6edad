import type { Contender, Handler } from "./contender.ts";
import type { Answer, Load } from "./loads.ts";

const CORS_HEADER = /^(?:access-control-|vary$)/;

/** What is wrong with a response; a fast wrong response is no contender. */
export async function answerProblem(
  handle: Handler,
  request: Request,
  expected: Answer,
): Promise<string | undefined> {
  const response = await handle(request);
  if (response === undefined) return "no response";
  const wanted = show(expected.status, expected.headers);
  const got = show(response.status, corsHeaders(response.headers));
  return wanted === got ? undefined : `answered ${got} instead of ${wanted}`;
}

/** What the policy says, and what a contender is known to say instead. */
export function expectedAnswer({ differences = [] }: Contender, load: Load): Answer {
  let { status } = load;
  const headers = new Map(Object.entries(load.headers));
  for (const difference of differences) {
    if (!difference.loads.includes(load.name)) continue;
    status = difference.status ?? status;
    for (const [name, value] of Object.entries(difference.headers ?? {})) {
      if (value === null) headers.delete(name);
      else headers.set(name, value);
    }
  }
  return { status, headers: Object.fromEntries(headers) };
}

function show(status: number, headers: Answer["headers"]): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [status, ...lines.toSorted()].join("; ");
}

/** In lower case and without spaces, which no reader of them minds. */
function corsHeaders(headers: Headers): Answer["headers"] {
  return Object.fromEntries(
    [...headers]
      .filter(([name]) => CORS_HEADER.test(name))
      .map(([name, value]): [string, string] => [name, value.toLowerCase().replaceAll(" ", "")]),
  );
}
