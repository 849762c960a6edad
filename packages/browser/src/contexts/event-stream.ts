/** One message of an event stream. */
export interface StreamMessage {
  readonly type: string;
  readonly data: string;
  readonly lastEventId: string;
}

/** What a stream has said until it ended. */
export interface StreamRecord {
  readonly messages: readonly StreamMessage[];
  readonly lastEventId: string;
  /** Milliseconds to wait before the next connection, where the stream names them. */
  readonly retry: number | undefined;
}

/**
 * Reads an event stream that has ended, and was decoded: a byte order mark in front is gone by then.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export function readEventStream(text: string, lastEventIdBefore: string): StreamRecord {
  const messages: StreamMessage[] = [];
  let [id, type, retry]: [string, string, number | undefined] = [lastEventIdBefore, "", undefined];
  let lastEventId = lastEventIdBefore;
  let data: string[] = [];
  for (const line of text.split(/\r\n|\n|\r/).slice(0, -1)) {
    if (line === "") {
      lastEventId = id;
      const message = { type: type || "message", data: data.join("\n"), lastEventId };
      if (data.length > 0) messages.push(message);
      [type, data] = ["", []];
      continue;
    }
    const [, field = "", value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === "data") data.push(value);
    if (field === "event") type = value;
    if (field === "id" && !value.includes("\0")) id = value;
    if (field === "retry" && /^[0-9]+$/.test(value)) retry = Number(value);
  }
  return { messages, lastEventId, retry };
}
