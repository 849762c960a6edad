import { type ConsoleLine, findWording, type Wording } from "./line.ts";

/** Names and values that stay as they are in every language. */
const wordings: readonly Wording[] = [
  [/Access-Control-Allow-Methods/i, "method-not-allowed", true],
  [/Access-Control-Allow-Headers/i, "header-not-allowed", true],
  [/Access-Control-Allow-Credentials/i, "acac-missing"],
  [/Access-Control-Allow-Origin'?[^']*'\*'/i, "acao-wildcard-credentials"],
  [/Access-Control-Allow-Origin'?[^']*'(https?:[^']+)'/i, "acao-mismatch"],
  [/Access-Control-Allow-Origin/i, "acao-missing"],
  [/\(null\)/, "network-error"],
];
const quotedName = /'Access-Control-Allow-\w+'/i;
const address = /https?:\/\/[^\s'()（）。、,]+/;

/** Reads a line of Firefox in another language than English: the other engines have none. */
export function readLocalizedLine(text: string): ConsoleLine | undefined {
  const isTold = quotedName.test(text) || /CORS.*(?:[:：]\s?\d{3}\b|\(null\))/.test(text);
  const [found] = address.exec(text) ?? [];
  if (!isTold || found === undefined || /Access-Control-[\w-]+:/i.test(text)) return undefined;
  const line = findWording(text, wordings);
  const [, header] =
    line.said === "header-not-allowed"
      ? (/'(?!Access-Control-|CORS)([\w-]+)'/i.exec(text) ?? [])
      : [];
  return {
    profile: "firefox",
    url: found.replace(/[.:;]+$/, ""),
    ...line,
    ...(header === undefined ? {} : { detail: header }),
    note: "The line is not in English. Its failure was read out of the names in it, which several share.",
  };
}
