/**
 * Characters that move a cursor, end a line, turn the direction of a text, or are invisible. These
 * are controls, formats, lone surrogates, unassigned and private ones, and characters that fonts
 * leave out.
 */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Writes a stranger's text so that a log or a terminal shows each character of it, and obeys none.
 * Invisible ones become `\uXXXX`, which JSON and JavaScript read back.
 *
 * @param text an origin, a header, a body: anything that a request or a server brought
 * @example
 * ```ts
 * console.error(`denied: ${printable(request.headers.get("origin") ?? "")}`);
 * ```
 */
export function printable(text: string): string {
  return text.replace(UNSEEN, (character) => character.split("").map(escapeUnit).join(""));
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
