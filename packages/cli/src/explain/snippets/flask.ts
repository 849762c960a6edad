import type { Remedy } from "../report.ts";
import { allMethods, type WantedPolicy } from "../wanted-policy.ts";

export function flaskRemedy(policy: WantedPolicy): Remedy {
  const list = (values: readonly string[]): string =>
    `[${values.map((value) => JSON.stringify(value)).join(", ")}]`;
  const lines = [
    `origins=${list([policy.origin])}`,
    `methods=${list(allMethods(policy))}`,
    ...(policy.headers.length > 0 ? [`allow_headers=${list(policy.headers)}`] : []),
    ...(policy.expose.length > 0 ? [`expose_headers=${list(policy.expose)}`] : []),
    ...(policy.credentials ? ["supports_credentials=True"] : []),
    "max_age=600",
  ];
  return {
    server: "flask",
    where:
      "Once, after app is made, instead of the present CORS(app); from flask_cors import CORS:",
    language: "python",
    snippet: `CORS(\n    app,\n${lines.map((line) => `    ${line},\n`).join("")})`,
  };
}
