import { present, readCopiedHeaders, requestBehind } from "../browser-headers.ts";
import type { Given, GivenHeader } from "../given.ts";
import { isAddress, optionValues } from "./words.ts";

/** Reads a command of wget: its address, method, headers and body. */
export function readWget(words: readonly string[]): Given | undefined {
  const url = words.slice(1).find(isAddress);
  if (url === undefined) return undefined;
  const values = (name: string): readonly string[] => optionValues(words, name);
  const [post] = values("--post-data");
  const body = values("--body-data")[0] ?? post;
  const lines = values("--header").flatMap((line): readonly GivenHeader[] => {
    const [, name, value = ""] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value]];
  });
  const isTyped = lines.some(([name]) => name.toLowerCase() === "content-type");
  const typed: readonly GivenHeader[] =
    body === undefined || isTyped ? [] : [["content-type", "application/x-www-form-urlencoded"]];
  const method = values("--method")[0] ?? (body === undefined ? "GET" : "POST");
  return {
    kind: "command",
    url,
    method,
    ...readCopiedHeaders([...lines, ...typed]),
    ...present("body", body),
    ...(words.includes("--no-check-certificate") ? { connection: { insecure: true } } : {}),
    notes: [],
    ...requestBehind(method, lines),
  };
}
