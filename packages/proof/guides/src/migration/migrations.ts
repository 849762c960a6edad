import type { Explanation } from "./explanation.ts";
import {
  EXPOSE_ON_PREFLIGHT,
  LISTS_SENT_TO_EVERYONE,
  ONLY_FOR_ALLOWED,
  OPTIONS_IS_YOURS,
  optionsAnswered,
  REFUSAL,
  upstreamLeaks,
  varyOf,
} from "./reasons.ts";

export interface Migration {
  /** Its folder below `migration`, and its page below `docs/migration`. */
  readonly name: string;
  readonly explanations: readonly Explanation[];
}

const PREFLIGHTS = ["preflight", "preflight method", "preflight header"] as const;
const ACTUAL = ["allowed", "denied", "no origin"] as const;

export const MIGRATIONS: readonly Migration[] = [
  {
    name: "hono",
    explanations: [
      ONLY_FOR_ALLOWED,
      EXPOSE_ON_PREFLIGHT,
      varyOf(
        [...PREFLIGHTS, "preflight denied", "options"],
        "The list of headers is the same whatever a preflight asks for, so a response does not vary by `Access-Control-Request-Headers`. A cache keeps one response an origin.",
      ),
      REFUSAL,
      OPTIONS_IS_YOURS,
      upstreamLeaks(["upstream denied"]),
    ],
  },
  {
    name: "express",
    explanations: [
      varyOf(
        ACTUAL,
        "The same two fields. `cors` writes its own before the handler runs, the gate when the headers leave. The order means nothing.",
      ),
      ONLY_FOR_ALLOWED,
      EXPOSE_ON_PREFLIGHT,
      REFUSAL,
      OPTIONS_IS_YOURS,
      upstreamLeaks(["upstream", "upstream denied"]),
    ],
  },
  {
    name: "h3",
    explanations: [
      varyOf(
        [...ACTUAL, "upstream", "upstream denied"],
        "`handleCors` sets its `Vary` before the handler runs. A handler that sets its own replaces it, and a handler that returns a `Response` with its own loses that one. Either way a shared cache mixes answers up. The gate merges.",
      ),
      ONLY_FOR_ALLOWED,
      varyOf(
        [...PREFLIGHTS, "preflight denied"],
        "The list of headers is the same whatever a preflight asks for, so a response does not vary by `Access-Control-Request-Headers`.",
      ),
      REFUSAL,
      varyOf(
        ["options", "write", "not found", "fails"],
        "The same field, in the spelling of the standard. Case means nothing.",
      ),
      upstreamLeaks(["upstream denied"]),
    ],
  },
  {
    name: "fastify",
    explanations: [
      varyOf(
        ACTUAL,
        "The plugin writes its `Vary` in `onRequest`, and a handler that sets its own replaces it. A shared cache then gives one origin's response to another. The gate adds its field when the response leaves.",
      ),
      ONLY_FOR_ALLOWED,
      {
        questions: PREFLIGHTS,
        fields: ["access-control-allow-methods"],
        because: "The same list without spaces.",
      },
      EXPOSE_ON_PREFLIGHT,
      REFUSAL,
      optionsAnswered(
        "`OPTIONS` without `Access-Control-Request-Method` is no preflight. The plugin answers 400 to it (`strictPreflight`); the gate leaves it to your route.",
        ["status", "allow", "body"],
      ),
      upstreamLeaks(["upstream", "upstream denied"]),
    ],
  },
  {
    name: "itty-router",
    explanations: [
      LISTS_SENT_TO_EVERYONE,
      varyOf(
        [
          ...ACTUAL,
          ...PREFLIGHTS,
          "options",
          "upstream",
          "upstream denied",
          "write",
          "not found",
          "fails",
        ],
        "`cors` never says that its response depends on the origin. A shared cache gives one origin's response to another, which the browser then refuses.",
      ),
      ONLY_FOR_ALLOWED,
      EXPOSE_ON_PREFLIGHT,
      {
        ...REFUSAL,
        because: `${REFUSAL.because} The doubled values are there because \`corsify\` decorates the preflight's response a second time; browsers refuse two values.`,
      },
      OPTIONS_IS_YOURS,
      upstreamLeaks(["upstream", "upstream denied"]),
      {
        questions: ["not found", "fails"],
        fields: ["status"],
        because:
          "`corsify` of itty-router 6.0.0 loses the status of a response that it copies, so a page takes an error for a response. The gate keeps it.",
      },
    ],
  },
];
