import type { Case, Step } from "../case.ts";
import {
  A,
  B,
  E,
  LIST,
  WITHOUT_ORIGIN,
  from,
  permission,
  preflight,
  readable,
  refusal,
  spec,
  unreadable,
} from "./vocabulary.ts";

const CHECK = spec("cors-check");
const EXPRESSION = /^https:\/\/(?:app|admin)\.example\.com$/gy;

const AGAIN: readonly Step[] = [A, A, E, B, B, A].map((origin) => ({
  request: from(origin),
  expect: origin === E ? unreadable() : readable(origin),
}));

/** Nothing of one request is left for the next (P12). The runner also wrecks options after
 * construction and every response after it was read, so all sequences prove it. */
export const stateCases: readonly Case[] = [
  { id: "p12-same-origins-again", rules: ["P12"], anchor: CHECK, options: LIST, steps: AGAIN },
  {
    id: "p12-sticky-global-regexp",
    rules: ["P12", "P4"],
    anchor: CHECK,
    peer: "P12",
    options: { origin: [EXPRESSION] },
    steps: AGAIN,
  },
  {
    id: "p12-refusals-share-nothing",
    rules: ["P12", "A2"],
    anchor: CHECK,
    options: LIST,
    steps: [E, E, E].map((origin) => ({ request: preflight(origin), expect: refusal() })),
  },
  {
    id: "p12-permissions-share-nothing",
    rules: ["P12", "A1"],
    anchor: CHECK,
    options: { origin: "*" },
    steps: [A, A, B].map((origin) => ({
      request: preflight(origin),
      expect: permission("*", { vary: null }),
    })),
  },
  {
    id: "p12-concurrent-requests-never-mix",
    rules: ["P12"],
    anchor: CHECK,
    peer: "S18",
    options: { ...LIST, credentials: true },
    concurrent: true,
    // The first to come is the last to be answered.
    steps: [A, E, B, undefined, "null", A].map((origin, index) => ({
      request: from(origin),
      handler: { delay: 12 - 2 * index, body: `answer ${index}` },
      expect:
        origin === undefined
          ? WITHOUT_ORIGIN
          : origin === A || origin === B
            ? readable(origin, { credentials: true })
            : unreadable(origin === "null" ? "origin-null" : "origin-denied"),
    })),
  },
  {
    id: "p12-concurrent-questions-never-mix",
    rules: ["P12", "O4"],
    anchor: CHECK,
    options: {
      origin: async (origin, _context, request) => {
        await new Promise((resolve) => setTimeout(resolve, Number(request?.headers.get("x-wait"))));
        return origin === A;
      },
      credentials: true,
    },
    concurrent: true,
    steps: [A, E, B, A].map((origin, index) => ({
      request: from(origin, ["x-wait", String(8 - 2 * index)]),
      expect: origin === A ? readable(A, { credentials: true }) : unreadable(),
    })),
  },
];
