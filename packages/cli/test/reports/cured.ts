import { readGiven } from "../../src/given/index.ts";
import { explain, type ExplainReport, type Question } from "../../src/index.ts";
import { runHeaders } from "../servers.ts";
import type { RequestListener } from "node:http";
import { onTestFinished } from "vitest";

/** Applies a report's first cure by program, where it says, and asks again. */
export async function cured(
  { cause, cures }: ExplainReport,
  question: Question,
  listener: RequestListener,
): Promise<ExplainReport> {
  const [cure] = cures;
  const { url, origin, headers = [], body, connection } = question;
  if (cure?.audience === "page" && cure.snippet !== undefined) {
    const call = readGiven(cure.snippet);
    if (call?.url === undefined) throw new Error("the snippet is no call");
    const { kind: _, notes: __, isPartial: ___, said: ____, ...asked } = call;
    return explain({ origin, headers, body, connection, ...asked, url: call.url });
  }
  if (cure?.audience === "page") {
    const kept = headers.filter(([name]) => name !== cause?.detail);
    return explain({ ...question, headers: kept });
  }
  if (cure?.snippet === undefined) throw new Error("there is nothing to apply");
  const server = await runHeaders(cure.snippet, (request, response) => {
    // The printed headers stand in place of those that the server had.
    const set = new Set(response.getHeaderNames());
    const write = response.setHeader.bind(response);
    response.setHeader = (name, value) =>
      set.has(name.toLowerCase()) || name.toLowerCase().startsWith("access-control-")
        ? response
        : write(name, value);
    listener(request, response);
  });
  onTestFinished(server.stop);
  const own = new URL(url);
  own.port = String(server.port);
  return explain({ ...question, url: own.href });
}
