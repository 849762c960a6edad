import type { CorsCode } from "@crossgate/browser";
import { type OptionsRecord, parseOptions } from "../src/demo/options-text.ts";
import { compilePolicy } from "../src/demo/policy.ts";
import { printOptions } from "../src/demo/print-options.ts";
import type { Prediction } from "./predict.ts";
import { readLines } from "./request.ts";
import type { Scene } from "./scene.ts";

/** A change that takes one obstacle away. */
export interface Mend {
  readonly label: string;
  readonly scene: Scene;
}

/** The change for a blocked request, or for a header that stays hidden; undefined for none. */
export function mendOf(scene: Scene, pageOrigin: string, told: Prediction): Mend | undefined {
  const mend = told.error
    ? mendFailure(told.error.code, scene, pageOrigin, told.error.failedParameter)
    : exposeHidden(scene, told);
  if (mend === undefined || mend.scene.kind !== "policy") return mend;
  return compilePolicy(mend.scene.policy).cors ? mend : undefined;
}

function mendFailure(
  code: CorsCode,
  scene: Scene,
  pageOrigin: string,
  parameter: string,
): Mend | undefined {
  if (scene.method === "patch") {
    return { label: "Write PATCH", scene: { ...scene, method: "PATCH" } };
  }
  if (scene.kind === "by-hand") {
    return pageOrigin === "null" ? open(scene) : replace(scene, pageOrigin);
  }
  if (code === "redirect-origin-null" || scene.answer === "elsewhere") return askDirectly(scene);
  if (pageOrigin === "null" && code.startsWith("acao-")) return open(scene);
  const { options = {} } = parseOptions(scene.policy);
  const change = changes[code]?.({ options, pageOrigin, method: scene.method, parameter });
  if (change === undefined) return undefined;
  const [label, changed] = change;
  return { label, scene: { ...scene, policy: printOptions({ ...options, ...changed }) } };
}

interface Obstacle {
  readonly options: OptionsRecord;
  readonly pageOrigin: string;
  readonly method: string;
  /** What the browser names: the header, for one. */
  readonly parameter: string;
}

type Change = (obstacle: Obstacle) => readonly [label: string, changed: OptionsRecord];

const allowOrigin: Change = ({ options, pageOrigin }) => [
  `Add ${pageOrigin} to origin`,
  { origin: added(options["origin"], pageOrigin) },
];
const allowHeader: Change = ({ options, parameter }) => [
  `Add ${parameter} to allowHeaders`,
  { allowHeaders: added(options["allowHeaders"], parameter) },
];

/** What to change in a policy, by what it lacks. */
const changes: Partial<Record<CorsCode, Change>> = {
  "acao-missing": allowOrigin,
  "acao-mismatch": allowOrigin,
  "acac-missing": () => ["Set credentials to true", { credentials: true }],
  "acao-wildcard-credentials": ({ pageOrigin }) => [
    `Name ${pageOrigin}, and allow credentials`,
    { origin: pageOrigin, credentials: true },
  ],
  "method-not-allowed": ({ options, method }) => [
    `Add ${method} to allowMethods`,
    { allowMethods: added(options["allowMethods"], method) },
  ],
  "header-not-allowed": allowHeader,
  "authorization-needs-explicit": allowHeader,
};

function exposeHidden(scene: Scene, { exchanges }: Prediction): Mend | undefined {
  const { options } = parseOptions(scene.policy);
  const warnings = exchanges.flatMap(({ diagnosis }) => diagnosis.warnings);
  const isHidden = warnings.some(({ code }) => code === "headers-not-exposed");
  if (!isHidden || options === undefined || scene.kind !== "policy") return undefined;
  const exposeHeaders = added(options["exposeHeaders"], "x-request-id");
  return {
    label: "Expose x-request-id",
    scene: { ...scene, policy: printOptions({ ...options, exposeHeaders }) },
  };
}

/** A policy of what the request needs mends the mistakes of a server by hand. */
function replace(scene: Scene, pageOrigin: string): Mend {
  const policy = printOptions(neededOptions(scene, pageOrigin));
  return { label: "Let Crossgate keep this gate", scene: { ...scene, kind: "policy", policy } };
}

/** The options of a policy that allows the request of a scene, and little more. */
export function neededOptions(scene: Scene, pageOrigin: string): OptionsRecord {
  // A page without an origin can only be let in with all others.
  if (pageOrigin === "null") return { origin: "*" };
  const names = readLines(scene.requestHeaders).map(([name]) => name.toLowerCase());
  return {
    origin: pageOrigin,
    ...(scene.credentials === "include" ? { credentials: true } : {}),
    ...(names.length > 0 ? { allowHeaders: names } : {}),
  };
}

function open(scene: Scene): Mend | undefined {
  if (scene.credentials === "include") return undefined;
  const policy = printOptions({ origin: "*" });
  return { label: 'Open it to everyone: origin "*"', scene: { ...scene, kind: "policy", policy } };
}

function askDirectly(scene: Scene): Mend {
  return { label: "Ask the final URL directly", scene: { ...scene, answer: "data" } };
}

function added(value: unknown, entry: string): readonly unknown[] {
  return [...[value ?? []].flat(), entry];
}
