import { createCors } from "@crossgate/core";
import { corsByPath } from "@crossgate/core/by-path";
import { actual } from "../loads.ts";
import { EXPRESSION } from "../policy.ts";
import type { Comparison, Trial } from "../trial.ts";
import { exactOrigins, patterns, someOf } from "./origins.ts";

const REQUESTS = [actual()];
/** So many different texts ask in turn: an engine knows more of one alone. */
const ASKING = 64;
const LETTERS = Array.from("abcdefgh");
const NAMES = LETTERS.flatMap((one) => LETTERS.map((other) => `tenant${one}${other}`));
const STRANGERS = NAMES.map((name) => `https://${name}.elsewhere.example`);

export const EXACT = "an exact origin";
const SET = "a bare `Set`";
export const PATTERN = "a pattern";
export const OTHER_RULES = "4,000 path rules";
export const ONE_RULE = "1 path rule";

/** Deciding about an origin or a path, without a request to answer. */
export function decisions(): readonly Comparison[] {
  const exact = NAMES.map((name) => `https://${name}.myapp.com`);
  const list = [...exactOrigins(10_000)];
  const many = patterns(10_000);
  const set = new Set(exact);
  const deciding: Readonly<Record<string, readonly [Decide, readonly string[]]>> = {
    [SET]: [(origin) => set.has(origin), exact],
    [EXACT]: [allowing(exact), exact],
    "one of 10,000 exact origins": [allowing(list), pick(list)],
    [PATTERN]: [allowing("https://*.myapp.com"), exact],
    "a pattern in punycode": [
      allowing("https://*.xn--bcher-kva.example"),
      named("https", "xn--bcher-kva.example"),
    ],
    "a pattern of another scheme": [
      allowing("capacitor://*.myapp.com"),
      named("capacitor", "myapp.com"),
    ],
    "any port": [
      allowing("http://localhost:*"),
      NAMES.map((_, index) => `http://localhost:${3000 + index}`),
    ],
    "one of 10,000 patterns": [
      allowing(many),
      pick(many).map((pattern) => pattern.replace("*", "app")),
    ],
    "a RegExp": [allowing(EXPRESSION), exact],
  };
  return [
    {
      load: "allowed",
      trials: Object.entries(deciding).map(([name, [decide, origins]]) =>
        decision(name, decide, origins, true),
      ),
    },
    {
      load: "denied",
      trials: Object.entries(deciding).map(([name, [decide]]) =>
        decision(name, decide, STRANGERS, false),
      ),
    },
    { load: "check of a request, by path", trials: [1, 20, 4_000].map(byPath) },
  ];
}

type Decide = (origin: string) => boolean;

function allowing(origin: string | RegExp | readonly string[]): Decide {
  const cors = createCors({ origin });
  return (asking) => cors.allows(asking);
}

function named(scheme: string, domain: string): readonly string[] {
  return NAMES.map((name) => `${scheme}://${name}.${domain}`);
}

function pick(list: readonly string[]): readonly string[] {
  return someOf(list.length).map((index) => list[index] ?? "");
}

/** @param origins of which each asks in turn */
function decision(
  contender: string,
  decide: Decide,
  origins: readonly string[],
  decides: boolean,
): Trial {
  let turn = 0;
  const work = (): boolean => {
    turn = (turn + 1) % ASKING;
    return decide(origins[turn] ?? "");
  };
  return { contender, work, requests: REQUESTS, decides };
}

/** The last rule decides. */
function byPath(count: number): Trial {
  const origin = "https://admin.myapp.com";
  const others = Array.from({ length: count - 1 }, (_, index) => ({
    path: `/rule-${index}/*`,
    origin,
  }));
  const gate = corsByPath([...others, { path: "*", origin }]);
  const asking = actual(origin);
  return {
    contender: `${count.toLocaleString("en")} path ${count === 1 ? "rule" : "rules"}`,
    requests: [asking],
    work: (request) => (gate.check(request) as { readonly allowed: boolean }).allowed,
    decides: true,
  };
}
