import type { Remedy } from "../report.ts";
import { allMethods, type WantedPolicy } from "../wanted-policy.ts";

type Header = readonly [name: string, value: string];

/** The headers of every answer that is not a preflight's. */
export function actualHeaders(policy: WantedPolicy): readonly Header[] {
  return [
    ["Access-Control-Allow-Origin", policy.origin],
    ...credentialsHeader(policy),
    ...(policy.expose.length > 0
      ? [["Access-Control-Expose-Headers", policy.expose.join(", ")] as const]
      : []),
    ["Vary", "Origin"],
  ];
}

/** The headers of a preflight's answer. */
export function preflightHeaders(policy: WantedPolicy): readonly Header[] {
  return [
    ["Access-Control-Allow-Origin", policy.origin],
    ...credentialsHeader(policy),
    ["Access-Control-Allow-Methods", allMethods(policy).join(", ")],
    ...(policy.headers.length > 0
      ? [["Access-Control-Allow-Headers", policy.headers.join(", ")] as const]
      : []),
    ["Access-Control-Max-Age", "600"],
    ["Vary", "Origin"],
  ];
}

function credentialsHeader({ credentials }: WantedPolicy): readonly Header[] {
  return credentials ? [["Access-Control-Allow-Credentials", "true"]] : [];
}

export function plainRemedy(policy: WantedPolicy): Remedy {
  const asText = (headers: readonly Header[]): string =>
    headers.map(([name, value]) => `${name}: ${value}`).join("\n");
  return {
    server: "unknown",
    where:
      "First the answer to every OPTIONS with Access-Control-Request-Method, before logins and redirects; then these on every other answer, errors too, each once:",
    language: "http",
    snippet: `HTTP/1.1 204 No Content\n${asText(preflightHeaders(policy))}\n\n${asText(actualHeaders(policy))}`,
  };
}
