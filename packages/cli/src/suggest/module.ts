import type { SuggestedPolicy } from "./report.ts";

/** A policy as a module, for `createCors` and for `lint`. */
export function moduleOf(policy: SuggestedPolicy): string {
  const list = (values: readonly string[]): string =>
    `[${values.map((value) => JSON.stringify(value)).join(", ")}]`;
  const members = [
    `  origin: [\n${policy.origin.map((origin) => `    ${JSON.stringify(origin)},\n`).join("")}  ],`,
    ...(policy.allowMethods ? [`  allowMethods: ${list(policy.allowMethods)},`] : []),
    ...(policy.allowHeaders ? [`  allowHeaders: ${list(policy.allowHeaders)},`] : []),
    ...(policy.credentials ? ["  credentials: true,"] : []),
  ];
  return `export default {\n${members.join("\n")}\n};\n`;
}
