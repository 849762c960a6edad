import type { Received } from "../src/demo/echo.ts";
import type { Outcome } from "./outcome.ts";

type Readable = Extract<Outcome, { kind: "readable" }>;

/**
 * Where what happened is not what was predicted; nothing where it is.
 *
 * @param sent the names of all headers the server set; a host adds others (`date`) on its own
 */
export function differences(
  predicted: Outcome,
  observed: Outcome,
  sent: readonly string[],
): readonly string[] {
  if (predicted.kind !== observed.kind) {
    return [`predicted ${predicted.kind}, and it was ${observed.kind}`];
  }
  if (predicted.kind !== "readable" || observed.kind !== "readable") return [];
  return [
    ...differ("status", String(predicted.status), String(observed.status)),
    ...differ("redirected", String(predicted.redirected), String(observed.redirected)),
    ...differ("visible headers", visible(predicted, sent), visible(observed, sent)),
    ...received(predicted.body, observed.body),
  ];
}

function visible({ headers }: Readable, sent: readonly string[]): string {
  const names = headers.map(([name]) => name).filter((name) => sent.includes(name));
  return names.toSorted().join(", ");
}

function received(predicted: string, observed: string): readonly string[] {
  const before = receivedOf(predicted);
  const after = receivedOf(observed);
  if (before === undefined || after === undefined) return differ("body", predicted, observed);
  return [
    ...differ("method", before.method, after.method),
    ...differ("body sent", before.body, after.body),
    ...differ("headers sent", lines(before), lines(after)),
  ];
}

/** The request as the server says it back. */
export function receivedOf(body: string): Received | undefined {
  try {
    return (JSON.parse(body) as { received?: Received }).received;
  } catch {
    return undefined;
  }
}

/** Without the cookie, which only the browser knows of. */
function lines({ headers }: Received): string {
  const told = headers.filter(([name]) => name !== "cookie");
  return told.map(([name, value]) => `${name}: ${value}`).join("; ");
}

function differ(what: string, predicted: string, observed: string): readonly string[] {
  return predicted === observed ? [] : [`${what}: predicted "${predicted}", was "${observed}"`];
}
