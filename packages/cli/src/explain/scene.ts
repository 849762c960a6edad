import { readOrigin, readUrl } from "../read-url.ts";
import type { Scene } from "./play.ts";
import type { Question } from "./report.ts";

const defaultOrigin = "https://example.com";

/** Reads a question strictly: a typing error must not look like a CORS problem. */
export function readScene(question: Question): Scene {
  const { method, headers, body, credentials } = question;
  const url = readUrl(question.url);
  return {
    url: url.href,
    origin: readOrigin(question.origin ?? defaultOrigin),
    profile: question.profile ?? "chromium",
    init: {
      ...(method === undefined ? {} : { method }),
      ...(headers === undefined
        ? {}
        : { headers: headers.map(([name, value]): [string, string] => [name, value]) }),
      ...(body === undefined ? {} : { body }),
      ...(credentials === undefined ? {} : { credentials }),
    },
  };
}
