import type { Step, Via } from "@crossgate/browser/fixtures/scenario";

/** A kind of request that no script writes itself, and its name among the features. */
export interface ContextKind {
  readonly feature: string;
  readonly step: Step;
}

const elements = ["image", "script", "module", "style", "audio", "video", "track"] as const;
const bodies = ["text", "json", "form", "blob", "multipart"] as const;

function withAttribute(via: Via): readonly ContextKind[] {
  return [
    { feature: `${via} without crossorigin`, step: { via } },
    {
      feature: `${via}, anonymous`,
      step: { via, crossorigin: "anonymous", credentials: "same-origin" },
    },
    {
      feature: `${via}, use-credentials`,
      step: { via, crossorigin: "use-credentials", credentials: "include" },
    },
  ];
}

function xhr(upload: boolean, timeout: number | undefined): ContextKind {
  const listener = upload ? "with a listener on its upload" : "without one";
  const limit = timeout === undefined ? "" : ", with a time-out";
  const step: Step = { via: "xhr", method: "POST", body: "text", upload };
  return {
    feature: `XMLHttpRequest ${listener}${limit}`,
    step: timeout === undefined ? step : { ...step, timeout },
  };
}

/** Longer than a loaded machine needs for a response, and shorter than a slow server takes. */
const timeLimit = 1500;

/** Every kind; each has its turn. */
export const contextKinds: readonly [ContextKind, ...ContextKind[]] = [
  { feature: "font", step: { via: "font" } },
  ...elements.flatMap(withAttribute),
  { feature: "EventSource", step: { via: "eventsource", credentials: "same-origin" } },
  {
    feature: "EventSource, withCredentials",
    step: { via: "eventsource", credentials: "include" },
  },
  {
    feature: "EventSource that connects again",
    step: { via: "eventsource", credentials: "same-origin", reconnections: 1 },
  },
  ...bodies.map((body): ContextKind => ({
    feature: `beacon of ${body}`,
    step: { via: "beacon", method: "POST", body, credentials: "include" },
  })),
  {
    feature: "beacon of nothing",
    step: { via: "beacon", method: "POST", credentials: "include" },
  },
  { feature: "WebSocket", step: { via: "websocket" } },
  ...[false, true].flatMap((upload) => [xhr(upload, undefined), xhr(upload, timeLimit)]),
  { feature: "fetch with keepalive", step: { method: "GET", keepalive: true } },
  {
    feature: "fetch with keepalive and a body",
    step: { method: "POST", body: "json", keepalive: true },
  },
];
