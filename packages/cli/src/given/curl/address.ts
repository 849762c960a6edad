import type { CurlOption } from "./options.ts";

const variable = /\$\{?\w+\}?|%\w+%|\{\{[^}]*\}\}/;

/** The address that a command asks, and what of it does not stand there. */
export function readAddress(
  options: readonly CurlOption[],
  body: string | undefined,
): { readonly url: string | undefined; readonly notes: readonly string[] } {
  const text = options.find(({ name }) => name === "url")?.value.replaceAll("&amp;", "&");
  if (text === undefined || text === "") return { url: undefined, notes: [] };
  // curl takes a URL without a scheme for http.
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const [held] = variable.exec(url) ?? [];
  const host = /^[^:]*:\/\/[^/]*/.exec(url)?.[0] ?? url;
  if (held !== undefined && host.includes(held)) {
    return {
      url: undefined,
      notes: [`The address holds ${held}, which only that shell knows. Give it with --url.`],
    };
  }
  const queries = options.flatMap(({ name, value }) => (name === "url-query" ? [value] : []));
  const query = [...queries, ...(body === undefined ? [] : [body])].join("&");
  return {
    url: query === "" ? url : `${url}${url.includes("?") ? "&" : "?"}${query}`,
    notes:
      held === undefined
        ? []
        : [`The address holds ${held}, which only that shell knows; it is asked as it stands.`],
  };
}
