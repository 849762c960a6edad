/** A command that a page tells its reader to run, and the response that it promises. */
export interface Command {
  readonly shell: string;
  readonly answer: Message;
}

/** Of a response what a page shows: its status, and the lines of its fields. */
export interface Message {
  readonly status: number;
  readonly fields: readonly string[];
}

/** A block with one `curl`, and right below it the response. */
const COMMAND = /^```sh\n(curl [^`]+)\n```\n\n```http\n([^`]+)\n```$/gm;

export function commandsOf(markdown: string): readonly Command[] {
  return [...markdown.matchAll(COMMAND)].map(([, shell = "", message = ""]) => ({
    shell,
    answer: parseMessage(message),
  }));
}

/**
 * Reads a response as `curl -i` prints it. Only fields about CORS and caches count: a server's date
 * and the length of its body say nothing about the gate.
 */
export function parseMessage(text: string): Message {
  const [head = ""] = text.replaceAll("\r", "").split("\n\n");
  const [start = "", ...lines] = head.trimEnd().split("\n");
  const fields = lines
    .map((line) => line.replace(/^[^:]+/, (name) => name.toLowerCase()))
    .filter((line) => /^(?:access-control-|vary:)/.test(line));
  return { status: Number(start.split(" ")[1]), fields: fields.toSorted() };
}
