import type { Scenario } from "@crossgate/browser/fixtures/scenario";
import { contextKinds } from "./context-kinds.ts";

/** Every feature that the generator of contexts is made for. A long run has each often enough. */
export const contextFeatures: readonly string[] = [
  ...contextKinds.map(({ feature }) => feature),
  "an element with integrity",
  "an element with a referrer policy",
  "several lines of Content-Type",
  "an event id",
  "a slow response to a request with a time-out",
  "a page with a referrer policy",
  "a page with an embedder policy",
  ...[1, 2, 3].map((count) => `hops ${count}`),
  ...["page", "port", "host", "other"].map((place) => `server at ${place}`),
];

/** The features of one scenario of contexts. */
export function contextFeaturesOf(scenario: Scenario): readonly string[] {
  const { steps, rules, referrerPolicy, embedderPolicy } = scenario;
  const [step = {}] = steps;
  // The rest of a step may be a matter of chance.
  const kind = contextKinds.find(
    ({ step: made }) =>
      (
        ["via", "crossorigin", "upload", "timeout", "reconnections", "keepalive", "body"] as const
      ).every((key) => made[key] === step[key]) &&
      (step.via !== "eventsource" || made.credentials === step.credentials),
  );
  const isSlow = rules.some(({ preflight, actual }) => preflight.delay ?? actual.delay);
  const names = rules.flatMap(({ actual }) => actual.headers.map(([name]) => name));
  const types = names.filter((name) => name === "Content-Type");
  return [
    ...(kind ? [kind.feature] : []),
    ...(step.integrity === undefined ? [] : ["an element with integrity"]),
    ...(step.referrerPolicy === undefined ? [] : ["an element with a referrer policy"]),
    ...(types.length > 1 ? ["several lines of Content-Type"] : []),
    ...(names.includes("X-Event-Id") ? ["an event id"] : []),
    ...(isSlow ? ["a slow response to a request with a time-out"] : []),
    ...(referrerPolicy === undefined ? [] : ["a page with a referrer policy"]),
    ...(embedderPolicy === undefined ? [] : ["a page with an embedder policy"]),
    `hops ${rules.length}`,
    ...rules.map(({ at }) => `server at ${at}`),
  ];
}
