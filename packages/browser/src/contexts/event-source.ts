import { CorsBlockedError } from "../cors-blocked-error.ts";
import type { Exchange } from "../exchange.ts";
import { responseEssence } from "./content-type.ts";
import { fetchForPage } from "../fetch-algorithm.ts";
import type { HostResponse } from "../host-types.ts";
import type { StreamMessage } from "./event-stream.ts";
import { readEventStream } from "./event-stream.ts";
import { contextRules } from "./engines.ts";
import type { PageContext } from "./page-context.ts";
import { currentUrl } from "../request/page-request.ts";
import { requestFor } from "./request-for.ts";

/** What a script passes to `EventSource`, and how long it stays. */
export interface EventSourceOptions {
  /**
   * Says whether cookies go to another origin.
   *
   * Permitted:
   * - `false`: to the page's own origin alone
   * - `true`: to every origin
   *
   * @default false
   */
  readonly withCredentials?: boolean | undefined;
  /**
   * Sets how often the source may connect again after its stream has ended or the network has failed. A
   * browser does so for ever; here no time passes between two connections.
   *
   * @default 0
   * @example Two connections after the first
   * ```ts
   * const page = createBrowser({ network: () => new Response("hello") }).open("https://myapp.com");
   * await page.eventSource("https://api.example.com/events", { reconnections: 2 });
   * ```
   */
  readonly reconnections?: number | undefined;
}

/** What an `EventSource` has come to. */
export interface EventSourceResult {
  /** `connecting`: a browser would connect again now. `closed`: it never will. */
  readonly readyState: "connecting" | "closed";
  /** Connections that were open. */
  readonly opened: number;
  readonly messages: readonly StreamMessage[];
  readonly lastEventId: string;
  /** Milliseconds a browser waits before it connects again, where the stream names them. */
  readonly retry: number | undefined;
  /** Why it is closed; undefined where the response was no event stream. */
  readonly error: CorsBlockedError | undefined;
}

/**
 * Opens an `EventSource` and reads it to its end. The network's response has to end for that.
 *
 * @throws DOMException named `SyntaxError` for what is no URL
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#the-eventsource-interface
 */
export async function eventSource(
  url: string,
  options: EventSourceOptions,
  page: PageContext,
): Promise<EventSourceResult> {
  const { reconnections = 0 } = options;
  if (!URL.canParse(url, page.client.url))
    throw new DOMException(`'${url}' is no URL.`, "SyntaxError");
  const messages: StreamMessage[] = [];
  let lastEventId = "";
  let retry: number | undefined;
  let opened = 0;
  let error: CorsBlockedError | undefined;
  let target = url;
  for (let attempt = 0; attempt <= reconnections; attempt += 1) {
    const before = page.transport.exchanges.length;
    const answer = await connect(target, options, lastEventId, page);
    target = nextTarget(target, page.transport.exchanges.slice(before), page);
    error = answer instanceof CorsBlockedError ? answer : undefined;
    if (error?.code === "network-error") continue;
    if (answer instanceof CorsBlockedError || !isEventStream(answer, page)) {
      return { readyState: "closed", opened, messages, lastEventId, retry, error };
    }
    opened += 1;
    // Of two byte order marks some runtimes drop both in text().
    const text = new TextDecoder().decode(await answer.arrayBuffer());
    const record = readEventStream(text, lastEventId);
    messages.push(...record.messages);
    lastEventId = record.lastEventId;
    retry = record.retry ?? retry;
  }
  return { readyState: "connecting", opened, messages, lastEventId, retry, error };
}

/** Where the source connects again: where it was, or where redirects have led it. */
function nextTarget(
  target: string,
  exchanges: readonly Exchange[],
  { profile }: PageContext,
): string {
  const { sourceReturnsTo } = contextRules[profile];
  const answered = exchanges.filter(({ kind }) => kind === "actual");
  const permanent = answered.findLastIndex(({ response, conclusion }) => {
    const isRedirect = conclusion?.kind === "redirected";
    return isRedirect && (response?.status === 301 || response?.status === 308);
  });
  const reached = {
    first: undefined,
    permanent: permanent === -1 ? undefined : answered[permanent + 1],
    last: answered.at(-1),
  }[sourceReturnsTo];
  return reached ? currentUrl(reached.state).href : target;
}

async function connect(
  url: string,
  { withCredentials = false }: EventSourceOptions,
  lastEventId: string,
  page: PageContext,
): Promise<HostResponse | CorsBlockedError> {
  const { sourceHeaders } = contextRules[page.profile];
  const request = await requestFor(
    url,
    {
      init: { credentials: withCredentials ? "include" : "same-origin", cache: "no-store" },
      initiator: "eventsource",
      headers: [
        ["accept", "text/event-stream"],
        ...sourceHeaders,
        ...(lastEventId === "" ? [] : [["last-event-id", lastEventId] as const]),
      ],
    },
    page,
  );
  try {
    return await fetchForPage(request, page.transport);
  } catch (error) {
    if (error instanceof CorsBlockedError) return error;
    throw error;
  }
}

function isEventStream({ status, headers }: HostResponse, { profile }: PageContext): boolean {
  const essence = responseEssence(headers, contextRules[profile].typeReading.eventsource);
  return status === 200 && essence === "text/event-stream";
}
