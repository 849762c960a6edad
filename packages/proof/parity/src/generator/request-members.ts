import type { BodyKind, Scenario, Step } from "@crossgate/browser/fixtures/scenario";
import { referrerPolicies } from "@crossgate/browser/fixtures/tables/wire/referrers";
import type { Random } from "./random.ts";

/** Values of a server's `Referrer-Policy`, on a page or on a redirect. */
export const policyHeaders: readonly [string, ...string[]] = [
  ...referrerPolicies,
  "no-referrer, origin",
  "unsafe-url, bogus",
  "bogus",
  "",
  "NO-REFERRER",
];

/** What a script may name as the referrer. */
export const referrers = ["", "about:client", "{self}", "{port}/a", "/a?b#c", "?d"] as const;

/** Every cache mode. "only-if-cached" wants mode "same-origin". */
export const cacheModes = [
  "default",
  "no-store",
  "reload",
  "no-cache",
  "force-cache",
  "only-if-cached",
] as const;

/** Values of `integrity`. */
export const integrities = [
  "{good}",
  "sha256-AAAA",
  "bogus-AAAA",
  "sha256-AAAA {good}",
  "{good} sha384-AAAA",
  "",
] as const;

/** Bodies that a step can send. */
export const bodyKinds: readonly [BodyKind, ...BodyKind[]] = [
  "text",
  "json",
  "form",
  "blob",
  "bytes",
  "empty",
  "multipart",
];

/** What a script may ask for besides what CORS is made of. */
export function withMembers(step: Step, random: Random): Step {
  const isPlain = step.mode !== "no-cors";
  return {
    ...withReferrer(step, random),
    ...(random.chance(0.08)
      ? {
          cache: random.pick(["no-store", "reload", "no-cache", "force-cache", "default"] as const),
        }
      : {}),
    ...(random.chance(0.03) ? { integrity: random.pick(integrities) } : {}),
    ...(random.chance(0.03) && canOutlive(step) ? { keepalive: true } : {}),
    ...(isPlain && step.body !== undefined && step.keepalive !== true && random.chance(0.03)
      ? { body: "stream" as const }
      : {}),
  };
}

/** What a script may say of where a request comes from. */
export function withReferrer(step: Step, random: Random): Step {
  return {
    ...step,
    ...(random.chance(0.16) ? { referrerPolicy: random.pick(referrerPolicies) } : {}),
    ...(random.chance(0.07) ? { referrer: random.pick(referrers) } : {}),
  };
}

/**
 * A redirect may leave the origin under mode "same-origin". With `keepalive` Chromium's network
 * service reports another error than Blink does without. The model does not know which of several
 * comes first.
 */
export function canOutlive({ body, mode }: Step): boolean {
  return body !== "stream" && mode !== "same-origin";
}

/** What the page's own document was served with. */
export function pageMembers(random: Random): Pick<Scenario, "referrerPolicy" | "embedderPolicy"> {
  return {
    ...(random.chance(0.13) ? { referrerPolicy: random.pick(referrerPolicies) } : {}),
    ...(random.chance(0.05)
      ? { embedderPolicy: random.pick(["require-corp", "credentialless"] as const) }
      : {}),
  };
}
