import type { Scenario, Step } from "@crossgate/browser/fixtures/scenario";
import type { Random } from "./random.ts";

const referrerPolicies = [
  "no-referrer",
  "no-referrer-when-downgrade",
  "origin",
  "origin-when-cross-origin",
  "same-origin",
  "strict-origin",
  "strict-origin-when-cross-origin",
  "unsafe-url",
] as const;

/** Values of a server's `Referrer-Policy`, on a page or on a redirect. */
export const policyHeaders: readonly [string, ...string[]] = [
  ...referrerPolicies,
  "no-referrer, origin",
  "unsafe-url, bogus",
  "bogus",
  "",
  "NO-REFERRER",
];

/** What a script may ask for besides what CORS is made of. */
export function withMembers(step: Step, random: Random): Step {
  const isPlain = step.mode !== "no-cors";
  return {
    ...step,
    ...(random.chance(0.16) ? { referrerPolicy: random.pick(referrerPolicies) } : {}),
    ...(random.chance(0.07)
      ? { referrer: random.pick(["", "about:client", "{self}", "{port}/a", "/a?b#c", "?d"]) }
      : {}),
    ...(random.chance(0.08)
      ? {
          cache: random.pick(["no-store", "reload", "no-cache", "force-cache", "default"] as const),
        }
      : {}),
    ...(random.chance(0.03)
      ? {
          integrity: random.pick([
            "{good}",
            "sha256-AAAA",
            "bogus-AAAA",
            "sha256-AAAA {good}",
            "{good} sha384-AAAA",
            "",
          ]),
        }
      : {}),
    ...(random.chance(0.03) && canOutlive(step) ? { keepalive: true } : {}),
    ...(isPlain && step.body !== undefined && step.keepalive !== true && random.chance(0.03)
      ? { body: "stream" as const }
      : {}),
  };
}

/**
 * A redirect may leave the origin under mode "same-origin". With `keepalive` Chromium's network
 * service reports another error than Blink does without. The model does not know which of several
 * comes first.
 */
function canOutlive({ body, mode }: Step): boolean {
  return body !== "stream" && mode !== "same-origin";
}

/** What the page's own document was served with. */
export function pageMembers(random: Random): Pick<Scenario, "referrerPolicy" | "embedderPolicy"> {
  return {
    ...(random.chance(0.1) ? { referrerPolicy: random.pick(referrerPolicies) } : {}),
    ...(random.chance(0.05)
      ? { embedderPolicy: random.pick(["require-corp", "credentialless"] as const) }
      : {}),
  };
}

/** Requests that no server sees, and some that look so. */
export const localUrls: readonly [string, ...string[]] = [
  "data:text/plain,hello",
  "data:,a%20b",
  "data:text/html;charset=utf-8;base64,aGVsbG8=",
  "data:;charset=utf-8,a",
  'data:text/plain;a="b;c",d',
  "data:bogus,a",
  "data:text/plain;base64,*",
  "data:text/plain",
  "DATA:text/plain,x",
  "{blob}",
  "{blob}",
  "{blob}",
  "blob:null/00000000-0000-0000-0000-000000000000",
  "about:blank",
  "http://127.0.0.1:6000/",
  "http://localhost:22/",
  "http://127.0.0.1:6667/",
];
