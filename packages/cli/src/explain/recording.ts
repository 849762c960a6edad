import type { Har, HarEntry } from "../given/har/index.ts";
import type { Evidence } from "../cause/evidence.ts";
import { explainOver } from "./explain.ts";
import { faultOf, linesOf, recordedWire, unrecorded } from "./recorded-wire.ts";
import type { ExplainReport, Question } from "./report.ts";
import { readScene } from "./scene.ts";
import { explainHandshake } from "./socket.ts";

/**
 * Explains a recording itself: every request of the browser is answered with what the recording holds,
 * and nothing is sent.
 *
 * @param chosen the recording, and the number of the entry, from 1
 */
export async function explainRecording(
  question: Question,
  { recording, number }: { readonly recording: Har; readonly number: number },
): Promise<ExplainReport> {
  const scene = readScene(question);
  const notes = [...(question.notes ?? []), ...notesOn(recording.entries[number - 1])];
  const told = { ...question, notes };
  if (scene.asked.as === "websocket") {
    return explainHandshake(told, scene, handshakeOf(recording.entries[number - 1]));
  }
  return explainOver(told, scene, recordedWire(recording, number), undefined);
}

/** What the recording cannot tell. */
function notesOn(entry: HarEntry | undefined): readonly string[] {
  const { status = 0, error = "" } = entry?.response ?? {};
  if (status === 304) {
    return [
      "The server answered 304: the browser had the headers of an earlier answer too, which are not in the recording.",
    ];
  }
  if (status !== 0 || faultOf(error)) return [];
  const words = error === "" ? "" : ` The browser's own words: ${error}.`;
  return [`Without --offline the server itself is asked.${words}`];
}

function handshakeOf(entry: HarEntry | undefined): Partial<Evidence> {
  if (!entry || entry.response.status === 0) {
    const { url = "" } = entry?.request ?? {};
    return { noAnswer: { fault: "unreachable", sentence: "", detail: unrecorded, url } };
  }
  const lines = linesOf(entry);
  const headers = new Headers();
  for (const [name, value] of lines) headers.append(name, value);
  const { url } = entry.request;
  return { handshake: { url, status: entry.response.status, headers, lines, raw: "", text: "" } };
}
