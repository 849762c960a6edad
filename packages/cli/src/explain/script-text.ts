import type { ExplainReport } from "./report.ts";

/** The script's call, as someone would have written it. */
export function scriptText({ url, script }: ExplainReport): string {
  const { method, headers, credentials, body } = script;
  const members = [
    ...(method === "GET" ? [] : [`  method: ${JSON.stringify(method)},`]),
    ...(credentials === "same-origin" ? [] : [`  credentials: ${JSON.stringify(credentials)},`]),
    ...(headers.length === 0 ? [] : [`  headers: {${headerText(headers)}},`]),
    ...(body ? ["  body,"] : []),
  ];
  if (members.length === 0) return `await fetch(${JSON.stringify(url)});`;
  return `await fetch(${JSON.stringify(url)}, {\n${members.join("\n")}\n});`;
}

function headerText(headers: readonly (readonly [string, string])[]): string {
  const members = headers.map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  return ` ${members.join(", ")} `;
}
