/**
 * Breaks plain text between words; a word longer than a line is left whole, to be copied.
 *
 * @param taken what of the first line's width is not there
 */
function wrap(text: string, width: number, taken: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    const room = lines.length === 0 ? width - taken : width;
    if (longer.length > room && line !== "") {
      lines.push(line.trimEnd());
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line.trimEnd()];
}

/** The same, behind a margin; the first line may have another one. */
export function indent(
  text: string,
  width: number,
  margin: string,
  first: string = margin,
): string {
  const lines = wrap(text, width - margin.length, first.length - margin.length);
  return lines.map((line, index) => `${index === 0 ? first : margin}${line}`).join("\n");
}
