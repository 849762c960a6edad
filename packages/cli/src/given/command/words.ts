/** Whether a word of a command is an address. */
export function isAddress(word: string): boolean {
  return /^https?:\/\//i.test(word) || /^(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:\/|$)/i.test(word);
}

/** The values of an option, `--name value` or `--name=value`. */
export function optionValues(words: readonly string[], name: string): readonly string[] {
  return words.flatMap((word, index) => {
    if (word.startsWith(`${name}=`)) return [word.slice(name.length + 1)];
    const next = words[index + 1];
    return word === name && next !== undefined ? [next] : [];
  });
}
