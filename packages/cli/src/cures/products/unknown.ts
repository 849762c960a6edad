import type { Snippet } from "../product.ts";
import { isTwofold, type Wanted } from "../wanted.ts";
import { exposeOnly, type Header, preflightOnly } from "./headers.ts";

/** The headers themselves, for a server that no one recognised. */
export function plainHeaders(wanted: Wanted): Snippet {
  const [origin = "*"] = wanted.everyone && !wanted.credentials ? ["*"] : wanted.origins;
  const both: readonly Header[] = [
    ["Access-Control-Allow-Origin", origin],
    ...(wanted.credentials ? [["Access-Control-Allow-Credentials", "true"] as const] : []),
  ];
  const vary: readonly Header[] = origin === "*" ? [] : [["Vary", "Origin"]];
  const preflight = [...both, ...preflightOnly(wanted), ...vary];
  const actual = [...both, ...exposeOnly(wanted), ...vary];
  return {
    edit: wanted.isSet ? "change" : "add",
    where: `Answer every preflight (OPTIONS) with the first block, in front of logins and redirects. Send the headers of the second with every other response, errors too.${others(wanted)}`,
    language: "http",
    code: `HTTP/1.1 204 No Content\n${asText(preflight)}\n\n${asText(actual)}`,
  };
}

/** What one set of headers cannot say. */
function others(wanted: Wanted): string {
  const rest = wanted.origins.slice(1);
  if (isTwofold(wanted)) {
    return " These are for the origin that is named; answer every other one as before, with * and without Allow-Credentials.";
  }
  if (rest.length === 0 || wanted.everyone) return "";
  return ` Answer ${rest.join(", ")} likewise, each with its own name in Access-Control-Allow-Origin.`;
}

function asText(headers: readonly Header[]): string {
  return headers.map(([name, value]) => `${name}: ${value}`).join("\n");
}
