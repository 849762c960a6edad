/**
 * A stranger's text as it may reach a terminal: control characters would move the cursor or change
 * the title, so they are shown by their number.
 */
export function printable(text: string, limit = 300): string {
  // oxlint-disable-next-line no-control-regex -- these are the ones
  const safe = text.replace(/[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  return safe.length > limit ? `${safe.slice(0, limit - 1)}…` : safe;
}
