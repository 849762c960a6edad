import { type Answered, ask } from "@crossgate/testkit/ask";
import { startServer } from "@crossgate/testkit/server";
import { MIGRATION_FOLDER } from "./folder.ts";
import { type Question, QUESTIONS } from "./questions.ts";

/** A part of a response: its status, a header by name, or its body. */
export interface Field {
  readonly name: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface Comparison {
  readonly question: Question;
  readonly fields: readonly Field[];
}

/** What of a response a browser's CORS check, a preflight's log or a cache reads. */
const OTHER_FIELDS = ["vary", "allow", "cache-control"];

/** Asks an application as it was, and as it is with Crossgate, the same questions. */
export async function compare(folder: string): Promise<readonly Comparison[]> {
  const before = await answers(folder, "before.ts");
  const after = await answers(folder, "after.ts");
  return [...before].map(([question, answer]) => {
    const other = after.get(question);
    if (other === undefined) throw new Error(`"${question}" was not asked after`);
    return { question, fields: fieldsOf(answer, other) };
  });
}

async function answers(folder: string, file: string): Promise<ReadonlyMap<Question, Answered>> {
  const server = await startServer({
    command: [process.execPath, file],
    cwd: `${MIGRATION_FOLDER}${folder}`,
    probe: "/data",
  });
  try {
    const answered = new Map<Question, Answered>();
    for (const [question, asked] of Object.entries(QUESTIONS)) {
      const answer = await ask(server.port, asked);
      // Errors may name the URL, and the port is another one each time.
      const body = answer.body.replaceAll(`:${server.port}`, "");
      answered.set(question as Question, { ...answer, body });
    }
    return answered;
  } finally {
    await server.stop();
  }
}

function fieldsOf(before: Answered, after: Answered): readonly Field[] {
  const names = [...new Set([...before.headers.keys(), ...after.headers.keys()])];
  const shown = names.filter(
    (name) => name.startsWith("access-control-") || OTHER_FIELDS.includes(name),
  );
  const status = { name: "status", before: [`${before.status}`], after: [`${after.status}`] };
  const headers = shown.toSorted().map((name) => ({
    name,
    before: before.headers.get(name) ?? [],
    after: after.headers.get(name) ?? [],
  }));
  // A body that stays the same needs no line.
  const body = { name: "body", before: textOf(before), after: textOf(after) };
  return before.body === after.body ? [status, ...headers] : [status, ...headers, body];
}

function textOf({ body }: Answered): readonly string[] {
  return body === "" ? [] : [body.trimEnd()];
}
