import type { Given } from "crossgate/given";

/** What asks the real server about a text, to be pasted into a terminal. */
export function commandFor({ kind, url }: Given, text: string, origin: string): string {
  const page = origin === "" ? "" : ` -o ${quoted(origin)}`;
  if (kind === "har") return "npx crossgate explain --har file.har";
  if (kind === "url") return `npx crossgate explain ${quoted(url ?? text)}${page}`;
  return `npx crossgate explain ${quoted(text)}`;
}

/** One word for a shell, whatever is in it. */
function quoted(text: string): string {
  return /^[\w.:/@%+=-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
