import type { HeaderLine } from "../src/network/message.ts";
import type { Wire } from "../src/network/wire.ts";
import { WireError, type WireFault } from "../src/network/wire-error.ts";

/** A response that someone made up. */
export interface Invented {
  readonly status: number;
  readonly lines: readonly HeaderLine[];
  readonly body: string;
}

/** A wire that gives these responses in turn, the last one again and again. */
export function inventedWire(answers: readonly (Invented | WireFault)[]): Wire {
  const known = new WeakMap<Response, Invented>();
  let asked = 0;
  return {
    async network() {
      const answer = answers[Math.min(asked, answers.length - 1)] ?? "unreachable";
      asked += 1;
      if (typeof answer === "string") throw new WireError(answer, "made up");
      const { status, lines, body } = answer;
      const headers = new Headers();
      for (const [name, value] of lines) headers.append(name, value);
      const isBare = status === 204 || status === 304;
      const response = new Response(isBare ? null : body, { status, headers });
      known.set(response, answer);
      return response;
    },
    linesOf: (response) => known.get(response)?.lines ?? [],
    addressOf: () => undefined,
    bodyOf: (response) => new TextEncoder().encode(known.get(response)?.body ?? ""),
  };
}
