import type { Remedy } from "../report.ts";
import type { WantedPolicy } from "../wanted-policy.ts";
import { actualHeaders, preflightHeaders } from "./http.ts";

/**
 * Without `always` nginx leaves the headers off 4xx and 5xx, and a block with an `add_header` of its
 * own inherits none, so both blocks name all.
 */
export function nginxRemedy(policy: WantedPolicy): Remedy {
  const line = ([name, value]: readonly [string, string]): string =>
    `add_header ${name} ${JSON.stringify(value)} always;`;
  const preflight = preflightHeaders(policy).map((header) => `    ${line(header)}`);
  return {
    server: "nginx",
    where: "Inside the location, instead of its add_header lines of CORS:",
    language: "nginx",
    snippet: [
      ...actualHeaders(policy).map(line),
      "if ($request_method = OPTIONS) {",
      ...preflight,
      "    return 204;",
      "}",
    ].join("\n"),
  };
}
