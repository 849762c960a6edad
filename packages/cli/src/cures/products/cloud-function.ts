import { lines, list } from "../text.ts";
import type { Wanted } from "../wanted.ts";
import { exposeOnly, preflightOnly } from "./headers.ts";

/** Functions in the cloud that write their own headers. */
export function functionCode(wanted: Wanted): string {
  const pairs = [...exposeOnly(wanted), ...preflightOnly(wanted)];
  return lines(
    `const named = ${list(wanted.origins)};`,
    "",
    "export function corsHeaders(origin) {",
    `  const allowed = ${wanted.everyone ? '"*"' : 'named.includes(origin) ? origin : ""'};`,
    "  return {",
    '    ...(allowed === "" ? {} : { "Access-Control-Allow-Origin": allowed }),',
    wanted.credentials && '    "Access-Control-Allow-Credentials": "true",',
    ...pairs.map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)},`),
    '    Vary: "Origin",',
    "  };",
    "}",
  );
}

/** Where it stands. */
export const inFunction: string =
  "In the function: answer OPTIONS with 204 and corsHeaders(origin) first, and spread them into the headers of every other response, errors too.";
