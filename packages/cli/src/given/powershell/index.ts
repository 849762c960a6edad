import { present, readCopiedHeaders, requestBehind } from "../browser-headers.ts";
import type { Given, GivenHeader } from "../given.ts";
import { readTokens, type Token } from "./words.ts";

const command = /\b(?:Invoke-(?:WebRequest|RestMethod)|iwr|irm)\b|\b(?:curl|wget)\s+[^\n]*-Uri\b/i;
/** What browsers copy among the headers, and what HTTP/2 has in their place. */
const pseudoHeaders = /^(?:authority|method|path|scheme)$/i;

/** Whether a text asks by PowerShell's own commands. */
export function isPowershell(text: string): boolean {
  return command.test(text);
}

/** Reads `Invoke-WebRequest` as browsers copy it and people write it. Nothing is run. */
export function readPowershell(text: string): Given | undefined {
  const tokens = readTokens(text.slice(command.exec(text)?.index ?? 0));
  const url = valueOf(tokens, "uri") ?? tokens.find(isAddress)?.text;
  if (url === undefined) return undefined;
  const type = valueOf(tokens, "contenttype");
  const agent = valueOf(tokens, "useragent");
  const cookie = cookiesOf(text);
  const { body, isWhole } = bodyOf(tokens);
  const lines: readonly GivenHeader[] = [
    ...headersOf(tokens),
    ...(type === undefined ? [] : [["content-type", type] as const]),
    ...(agent === undefined ? [] : [["user-agent", agent] as const]),
    ...(cookie === "" ? [] : [["cookie", cookie] as const]),
  ];
  const copied = readCopiedHeaders(lines);
  const method = valueOf(tokens, "method")?.toUpperCase() ?? "GET";
  return {
    kind: "powershell",
    url,
    method,
    ...copied,
    ...present("body", method === "GET" || method === "HEAD" ? undefined : body),
    ...(copied.cookie === undefined ? {} : { credentials: "include" }),
    ...(isWhole
      ? { notes: [] }
      : {
          isPartial: true,
          notes: ["The body is not written out in the command; the request is asked without it."],
        }),
    ...requestBehind(method, lines),
  };
}

function isAddress({ text }: Token): boolean {
  return /^https?:\/\//i.test(text);
}

/** The value of a parameter; undefined where it is missing, or no word. */
function valueOf(tokens: readonly Token[], name: string): string | undefined {
  const value = tokens[indexOf(tokens, name) + 1];
  return indexOf(tokens, name) < 0 || value?.kind === "mark" ? undefined : value?.text;
}

function indexOf(tokens: readonly Token[], name: string): number {
  return tokens.findIndex(({ text, kind }) => kind === "word" && text.toLowerCase() === `-${name}`);
}

/** `-Headers @{ "name"="value"; … }`. */
function headersOf(tokens: readonly Token[]): readonly GivenHeader[] {
  const start = indexOf(tokens, "headers");
  if (start < 0 || tokens[start + 1]?.text !== "@{") return [];
  const end = tokens.findIndex(({ text, kind }, index) => {
    return index > start && kind === "mark" && text === "}";
  });
  const inside = tokens.slice(start + 2, end < 0 ? undefined : end);
  return inside.flatMap(({ kind, text }, index): readonly GivenHeader[] => {
    const name = inside[index - 1];
    const value = inside[index + 1];
    if (kind !== "mark" || text !== "=" || !name || !value) return [];
    return pseudoHeaders.test(name.text) ? [] : [[name.text, value.text]];
  });
}

/** A string, alone or within what turns it into bytes. */
function bodyOf(tokens: readonly Token[]): {
  readonly body: string | undefined;
  readonly isWhole: boolean;
} {
  const start = indexOf(tokens, "body");
  if (start < 0) return { body: undefined, isWhole: true };
  const next = tokens[start + 1];
  if (next?.kind === "string") return { body: next.text, isWhole: true };
  const rest = tokens.slice(start + 1, start + 8);
  const inside = rest.find(({ text }) => /GetBytes/.test(text))
    ? rest.find(({ kind }) => kind === "string")
    : undefined;
  return { body: inside?.text, isWhole: inside !== undefined };
}

/** Browsers write cookies into a session in front of the command. */
function cookiesOf(text: string): string {
  const made = /System\.Net\.Cookie\(\s*"((?:[^"`]|`[^])*)",\s*"((?:[^"`]|`[^])*)"/g;
  return [...text.matchAll(made)].map(([, name, value]) => `${name}=${value}`).join("; ");
}
