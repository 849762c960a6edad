import { referrerPolicies } from "@crossgate/browser/fixtures/tables/wire/referrers";
import type { Line, Step } from "@crossgate/browser/fixtures/scenario";
import type { Random } from "./random.ts";
import { rangeKinds } from "./ranges.ts";
import { headerPool } from "./request-headers.ts";
import { bodyKinds, cacheModes, canOutlive, integrities, referrers } from "./request-members.ts";

/** Makes a step ask for one thing that chance alone would make rare. */
export type AskedFocus = (step: Step, random: Random) => Step;

function bodyless(given: Step, random: Random, ...headers: readonly Line[]): Step {
  const { body: _, ...step } = given;
  const asked = { ...step, method: random.pick(["GET", "GET", "HEAD", "PUT"]) };
  return headers.length === 0 ? asked : { ...asked, headers };
}

function simple(given: Step, random: Random): Step {
  const { body: _, ...step } = given;
  return { ...step, method: random.pick(["GET", "HEAD", "POST"]) };
}

const twice =
  (isSame: boolean): AskedFocus =>
  (step, random) => {
    const [name, value] = random.pick(random.weigh(headerPool));
    const other = isSame ? value : `${value}2`;
    const headers: readonly Line[] = [
      [name, value],
      [random.chance(0.8) ? name : name.toUpperCase(), other],
    ];
    return { ...step, headers };
  };

const rawLines: readonly [Line, ...Line[]] = [
  ["X-Bytes", "\u00e9"],
  ["X-Bytes", "a\u0080\u00ff"],
  ["Accept", "\u00e9"],
  ["Accept-Language", "\u00e9"],
  ["Content-Type", "text/plain;a=\u00e9"],
  ["Authorization", "\u00fc"],
];

const typesWithCharset: readonly [string, ...string[]] = [
  "text/plain;charset=a",
  "text/plain;charset=utf-8, text/plain",
  "text/plain;charset=a, text/html",
  'text/plain;charset="a,b"',
  "text/plain;charset='a';charset=b",
];

/** Each has its turn. */
export const askedFocuses: readonly AskedFocus[] = [
  ...Object.values(rangeKinds).map(
    (values): AskedFocus =>
      (step, random) =>
        bodyless(step, random, ["Range", random.pick(values)]),
  ),
  ...[...bodyKinds, "stream" as const].map((body): AskedFocus => (step, random) => ({
    ...step,
    method: random.pick(["POST", "PUT", "PATCH"]),
    body,
  })),
  ...cacheModes.map(
    (cache): AskedFocus =>
      (step) =>
        cache === "only-if-cached" ? { ...step, cache, mode: "same-origin" } : { ...step, cache },
  ),
  ...integrities.map((integrity): AskedFocus => (step, random) => ({
    ...bodyless(step, random),
    integrity,
  })),
  ...referrerPolicies.map((referrerPolicy): AskedFocus => (step) => ({ ...step, referrerPolicy })),
  ...referrers.map((referrer): AskedFocus => (step) => ({ ...step, referrer })),
  ...[true, false].map((upload): AskedFocus => (step) => ({
    ...step,
    credentials: step.credentials === "include" ? "include" : "same-origin",
    upload,
  })),
  (step) => (canOutlive(step) ? { ...step, keepalive: true } : step),
  (step) => ({ ...step, mode: "same-origin" }),
  (step, random) => ({ ...simple(step, random), mode: "no-cors" }),
  (step) => ({ ...step, redirect: "manual" }),
  (step) => ({ ...step, redirect: "error" }),
  (step, random) => ({ ...simple(step, random), scheme: random.pick(["ftp", "foo"]) }),
  twice(true),
  twice(false),
  (step, random) => ({ ...step, headers: [random.pick(rawLines)] }),
  (step, random) => ({
    ...step,
    credentials: step.credentials === "include" ? "include" : "same-origin",
    method: "POST",
    body: random.pick(["text", "form"]),
    headers: [["Content-Type", random.pick(typesWithCharset)]],
    upload: false,
  }),
];
