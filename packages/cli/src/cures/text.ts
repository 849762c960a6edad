/** A JavaScript object literal, one member a line; members without a value are left out. */
export function jsObject(members: Readonly<Record<string, unknown>>, indent = ""): string {
  const lines = Object.entries(members)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${indent}  ${name}: ${literal(value)},`);
  return ["{", ...lines, `${indent}}`].join("\n");
}

/** A list of JSON strings in brackets, which JavaScript, Python, Ruby and others read alike. */
export function list(values: readonly string[]): string {
  return `[${values.map((each) => JSON.stringify(each)).join(", ")}]`;
}

/** A list, or undefined where it is empty. */
export function listed(values: readonly string[]): readonly string[] | undefined {
  return values.length === 0 ? undefined : values;
}

/** A value as JSON to copy: lists of words stand in one line. */
export function json(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll(
    /\[\n\s+([^[\]{}]*?)\n\s+\]/g,
    (_, inner: string) => `[${inner.replaceAll(/\n\s+/g, " ")}]`,
  );
}

const widest = 76;

/**
 * Writes long lists of quoted words with a word in each line. Every language that has such a list in
 * brackets reads it like that.
 */
export function fitLists(code: string): string {
  const list = /^(\s*)(.*?([[({]))("[^"]*"(?:, "[^"]*")+)([\])}].*)$/gm;
  return code.replace(
    list,
    (line, indent: string, before: string, bracket: string, words: string, after: string) => {
      if (line.length <= widest) return line;
      const inside = words.replaceAll('", "', `",\n${indent}  "`);
      // Go wants a comma at the end of each line.
      const end = bracket === "{" ? "," : "";
      return `${indent}${before}\n${indent}  ${inside}${end}\n${indent}${after}`;
    },
  );
}

/**
 * Parts that belong in one line, in as many lines as they need.
 *
 * @param mark what a language puts at the end of a line that goes on
 */
export function folded(parts: readonly [string, ...string[]], mark = ""): string {
  const indent = /^ */.exec(parts[0])?.[0] ?? "";
  return parts.reduce((text, part) => {
    const line = text.slice(text.lastIndexOf("\n") + 1);
    const fits = `${line} ${part}${mark}`.length <= widest;
    return fits ? `${text} ${part}` : `${text}${mark}\n${indent}  ${part}`;
  });
}

/** Lines, those that are undefined left out. */
export function lines(...given: readonly (string | undefined | false)[]): string {
  return given.filter((line): line is string => typeof line === "string").join("\n");
}

/** Text as a regular expression that fits it alone. */
export function escapeExpression(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return list(value as string[]);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, each]) => `${JSON.stringify(name)}: ${literal(each)}`,
  );
  return `{ ${members.join(", ")} }`;
}
