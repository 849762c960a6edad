import { referrerPolicies } from "@crossgate/browser/fixtures/tables/wire/referrers";
import type { Line, Rule, Scenario, Step } from "@crossgate/browser/fixtures/scenario";
import { localKindOf, localKinds } from "./local-urls.ts";
import { locationKindOf, locationKinds, namedStatuses } from "./odd-locations.ts";
import { rangeKindOf, rangeKinds } from "./ranges.ts";
import { bodyKinds, cacheModes, integrities, policyHeaders, referrers } from "./request-members.ts";
import { resourcePolicies } from "./server-rule.ts";
import { repeatable, severalLinesIn } from "./several-lines.ts";

const raw = /[\x80-\xff]/;

/** Every feature that the generator of fetches is made for. A long run has each often enough. */
export const fetchFeatures: readonly string[] = [
  ...referrerPolicies.map((policy) => `referrerPolicy of the request: ${policy}`),
  ...referrerPolicies.map((policy) => `Referrer-Policy of the page: ${policy}`),
  ...policyHeaders.map((policy) => `Referrer-Policy of a redirect: '${policy}'`),
  ...referrers.map((referrer) => `referrer '${referrer}'`),
  ...["cors", "no-cors", "same-origin"].map((mode) => `mode ${mode}`),
  ...["omit", "same-origin", "include"].map((mode) => `credentials ${mode}`),
  ...["follow", "manual", "error"].map((mode) => `redirect ${mode}`),
  ...cacheModes.map((mode) => `cache ${mode}`),
  ...[...namedStatuses, "309 to 399"].flatMap((status) => [
    `status ${status} with Location`,
    `status ${status} without Location`,
  ]),
  ...Object.keys(locationKinds).map((kind) => `Location: ${kind}`),
  ...Object.keys(rangeKinds).map((kind) => `Range: ${kind}`),
  ...[...bodyKinds, "stream"].map((kind) => `body ${kind}`),
  ...integrities.map((value) => `integrity '${value}'`),
  ...resourcePolicies.map((value) => `Cross-Origin-Resource-Policy '${value}' under no-cors`),
  ...["require-corp", "credentialless"].map((value) => `${value}, under no-cors`),
  ...Object.keys(localKinds).map((kind) => `URL: ${kind}`),
  ...repeatable.map((name) => `several lines of ${name}`),
  "raw bytes in a request header",
  "raw bytes in an Access-Control header",
  "a request header twice, with one value",
  "a request header twice, with two values",
  "XMLHttpRequest with a listener on its upload",
  "XMLHttpRequest without one",
  "keepalive",
  "another scheme than http",
  "page page",
  "page null",
  ...[1, 2, 3].map((count) => `hops ${count}`),
  ...[1, 2, 3].map((count) => `fetches ${count}`),
  ...["page", "port", "host", "other"].map((place) => `server at ${place}`),
];

/** The features of one scenario of fetches; a name may be there more than once. */
export function featuresOf(scenario: Scenario): readonly string[] {
  const { page = "page", referrerPolicy, embedderPolicy, steps, rules } = scenario;
  const isEmbedded = embedderPolicy !== undefined && steps.some(({ mode }) => mode === "no-cors");
  return [
    `page ${page}`,
    `hops ${rules.length}`,
    `fetches ${steps.length}`,
    ...(referrerPolicy === undefined ? [] : [`Referrer-Policy of the page: ${referrerPolicy}`]),
    ...(isEmbedded ? [`${embedderPolicy}, under no-cors`] : []),
    ...steps.flatMap(featuresOfStep),
    ...rules.flatMap((rule) => featuresOfRule(rule, steps)),
  ];
}

function featuresOfStep(step: Step): readonly string[] {
  const { headers = [], local, upload, scheme, keepalive } = step;
  const members = [
    ["referrerPolicy of the request: ", step.referrerPolicy],
    ["method ", step.method ?? "GET"],
    ["mode ", step.mode ?? "cors"],
    ["credentials ", step.credentials ?? "default"],
    ["redirect ", step.redirect ?? "follow"],
    ["cache ", step.cache],
    ["body ", step.body ?? "none"],
    ["URL: ", local === undefined ? undefined : localKindOf(local)],
  ] as const;
  return [
    ...members.flatMap(([name, value]) => (value === undefined ? [] : [name + value])),
    ...(step.referrer === undefined ? [] : [`referrer '${step.referrer}'`]),
    ...(step.integrity === undefined ? [] : [`integrity '${step.integrity}'`]),
    ...(scheme === undefined ? [] : ["another scheme than http"]),
    ...(keepalive === true ? ["keepalive"] : []),
    ...(upload === undefined ? [] : [ofUpload(upload)]),
    ...headers.flatMap(featuresOfLine),
    ...twiceNamed(headers),
  ];
}

function ofUpload(upload: boolean): string {
  return upload ? "XMLHttpRequest with a listener on its upload" : "XMLHttpRequest without one";
}

function featuresOfLine([name, value]: Line): readonly string[] {
  const range = name === "Range" ? rangeKindOf(value) : undefined;
  return [
    `header ${name.toLowerCase()}`,
    ...(range === undefined ? [] : [`Range: ${range}`]),
    ...(raw.test(value) ? ["raw bytes in a request header"] : []),
  ];
}

function twiceNamed(headers: readonly Line[]): readonly string[] {
  return headers.flatMap(([name, value], index) => {
    const earlier = headers.slice(0, index);
    const first = earlier.find(([other]) => other.toLowerCase() === name.toLowerCase());
    if (first === undefined) return [];
    return [`a request header twice, with ${first[1] === value ? "one value" : "two values"}`];
  });
}

function featuresOfRule(
  { at, preflight, actual }: Rule,
  steps: readonly Step[],
): readonly string[] {
  const lines = [...preflight.headers, ...actual.headers];
  const isRaw = lines.some(([name, value]) => /^access-control-/i.test(name) && raw.test(value));
  const several = [...severalLinesIn(preflight.headers), ...severalLinesIn(actual.headers)];
  return [
    `server at ${at}`,
    ...(isRaw ? ["raw bytes in an Access-Control header"] : []),
    ...several.map((name) => `several lines of ${name}`),
    ...featuresOfAnswer(actual.status, actual.headers, steps),
  ];
}

function featuresOfAnswer(
  status: number,
  headers: readonly Line[],
  steps: readonly Step[],
): readonly string[] {
  const valuesOf = (wanted: string): readonly string[] =>
    headers.flatMap(([name, value]) => (name === wanted ? [value] : []));
  const locations = valuesOf("Location");
  const isHidden = steps.some(({ mode }) => mode === "no-cors");
  const policies = isHidden ? valuesOf("Cross-Origin-Resource-Policy") : [];
  const name = status > 308 ? "309 to 399" : String(status);
  const isRedirect = status >= 300 && status < 400;
  const where = locations.length === 0 ? "without" : "with";
  return [
    ...(isRedirect ? [`status ${name} ${where} Location`] : []),
    ...locations.flatMap((value) => locationKindOf(value) ?? []).map((kind) => `Location: ${kind}`),
    ...valuesOf("Referrer-Policy").map((value) => `Referrer-Policy of a redirect: '${value}'`),
    ...policies.map((value) => `Cross-Origin-Resource-Policy '${value}' under no-cors`),
  ];
}
