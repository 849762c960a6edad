/** Lines of a console by the case they are about. */
export interface ConsoleLines {
  /** Takes a line. One that names no case belongs to the case that the page has announced last. */
  readonly add: (line: string) => void;
  readonly of: (id: string) => readonly string[];
}

/** What a page that is listened to writes into its console before a case. */
const announcement = "case: ";

/** Sorts lines as they come. */
export function createConsoleLines(): ConsoleLines {
  const lines = new Map<string, string[]>();
  let current = "";
  return {
    add(line) {
      const announced = line.indexOf(announcement);
      if (announced >= 0) {
        current = line.slice(announced + announcement.length).trim();
        return;
      }
      const id = caseOf(line) ?? current;
      const known = lines.get(id) ?? [];
      if (!known.includes(line)) lines.set(id, [...known, line]);
    },
    of: (id) => lines.get(id) ?? [],
  };
}

/** The case whose URL a text holds. */
export function caseOf(text: string): string | undefined {
  return /\/case\/([^/]+)\//.exec(text)?.[1];
}
