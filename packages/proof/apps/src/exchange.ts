import { request } from "node:http";

/** A response off the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
}

const TIMEOUT_MS = 120_000;
/** Says only how the message was framed, or when. */
const OF_THE_WIRE = ["date", "connection", "keep-alive", "transfer-encoding", "content-length"];

/** Asks a server on this machine. */
export async function exchange(
  port: number,
  path: string,
  method: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  return new Promise((resolve) => {
    // Some hosts close the connection on what they can't answer, and that is an answer too.
    const fail = (error: Error): void => {
      resolve({ status: 0, headers: {}, body: error.name });
    };
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const sent = request({ host: "127.0.0.1", port, path, method, headers, agent: false, signal });
    sent.on("error", fail);
    sent.on("response", (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => (body += text));
      response.on("error", fail);
      response.on("end", () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: linesOf(response.rawHeaders),
          body: body.replaceAll(`:${port}`, ""),
        });
      });
    });
    sent.end();
  });
}

/** Every line by name, because two lines of one name are a fault that joining them would hide. */
function linesOf(raw: readonly string[]): Record<string, string[]> {
  const lines: Record<string, string[]> = {};
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index]?.toLowerCase() ?? "";
    if (!OF_THE_WIRE.includes(name)) (lines[name] ??= []).push(raw[index + 1] ?? "");
  }
  return lines;
}
