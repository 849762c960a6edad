/** What the policies below are made of: what people have in their programs, and its type. */
export const GIVEN = `
import { createCors, originsFrom, type AskingCorsOptions, type CorsOptions, type NormalizedCorsOptions, type StaticCorsOptions } from "@crossgate/core";
import { corsByOrigin } from "@crossgate/core/by-origin";
import { corsByPath } from "@crossgate/core/by-path";
import { reportOnly } from "@crossgate/core/report-only";

declare const text: string;
declare const unset: string | undefined;
declare const flag: boolean;
declare const anything: any;
declare const something: unknown;
declare const vars: Record<string, string>;
declare const variables: Record<string, string | undefined>;
declare const mixed: (string | RegExp)[];
declare const readonlyList: readonly string[];
declare const names: Set<string>;
declare const starOrList: "*" | string[];
declare const config: {
  readonly origin: string;
  readonly origins: string[];
  readonly cors: { origins: string[]; credentials: boolean; maxAge?: number };
  readonly maybe?: { origins: string[] };
};
const TUPLE = ["https://a.com", "https://b.com"] as const;
enum Origins { App = "https://a.com", Admin = "https://b.com" }

const annotated: CorsOptions = { origin: config.origins, credentials: true };
const typed: StaticCorsOptions = { origin: config.origins, credentials: true };
const asking: AskingCorsOptions = { origin: async () => true };
const widened = { origin: "https://myapp.com", credentials: true, allowMethods: ["PUT"] };
const listed = { origin: ["https://myapp.com", "https://*.myapp.com"] };
const constant = { origin: "https://myapp.com", credentials: true } as const;
const frozen = Object.freeze({ origin: ["https://myapp.com"], credentials: true });
const satisfied = { origin: "https://myapp.com", credentials: true } satisfies CorsOptions;
const open = { origin: "*" };
const openConstant = { origin: "*" } as const;
declare const normalized: NormalizedCorsOptions;
declare const partial: Partial<CorsOptions>;
declare const byStage: Map<string, CorsOptions>;
declare const optionsFor: (stage: "test" | "live") => CorsOptions;
class Settings { origin: string[] = []; credentials = true; maxAge = 600; }
interface MyConfig { origin: string | string[]; credentials?: boolean; maxAge?: number }
declare const mine: MyConfig;

declare const allow: (origin: string) => string | null;
declare const allowLater: (origin: string) => Promise<boolean>;
declare const allowPerhaps: (origin: string) => string | null | undefined;
`;

/** Every one of them compiles wherever a policy is taken. */
export const TAKEN: readonly string[] = [
  // Texts, lists and expressions, wherever they are from.
  '{ origin: "*" }',
  '{ origin: "https://a.com", credentials: true }',
  '{ origin: ["https://a.com", "https://*.a.com"], credentials: true }',
  "{ origin: config.origin, credentials: true }",
  "{ origin: config.origins, credentials: config.cors.credentials }",
  '{ origin: text.split(",") }',
  '{ origin: text.split(",").map((each) => each.trim()).filter(Boolean), credentials: true }',
  "{ origin: TUPLE, credentials: true }",
  "{ origin: [...TUPLE, ...config.origins] }",
  "{ origin: mixed, credentials: true }",
  "{ origin: readonlyList, credentials: true }",
  "{ origin: [...names] }",
  "{ origin: Array.from(names), credentials: true }",
  "{ origin: Object.values(vars) }",
  "{ origin: Object.values(Origins), credentials: true }",
  "{ origin: Origins.App, credentials: true }",
  "{ origin: `https://${text}`, credentials: true }",
  '{ origin: flag ? "https://a.com" : ["https://b.com"], credentials: true }',
  '{ origin: flag ? "*" : config.origins }',
  "{ origin: starOrList }",
  "{ origin: /^https:\\/\\/a\\.com$/, credentials: true }",
  '{ origin: ["https://a.com", /^https:\\/\\/b\\.com$/], credentials: true }',
  "{ origin: new RegExp(text) }",
  // What may be unset, once that is seen to.
  "{ origin: originsFrom(unset), credentials: true }",
  '{ origin: originsFrom(variables["X"]) }',
  "{ origin: originsFrom(config.maybe?.origins) }",
  '{ origin: unset ?? "https://a.com", credentials: true }',
  '{ origin: unset || "*" }',
  '{ origin: unset?.split(",") ?? "*" }',
  '{ origin: unset?.split(",") ?? [], credentials: true }',
  '{ origin: vars["X"]! }',
  '{ origin: config.maybe?.origins ?? ["https://a.com"] }',
  // Functions, whatever they answer.
  "{ origin: allow }",
  "{ origin: allowLater, credentials: true }",
  "{ origin: allowPerhaps, credentials: true }",
  "{ origin: () => true }",
  "{ origin: (origin) => origin }",
  "{ origin: (origin: string) => config.origins.includes(origin), credentials: true }",
  "{ origin: (origin) => (config.origins.includes(origin) ? origin : null) }",
  '{ origin: (origin) => (config.origins.includes(origin) ? origin : "") }',
  "{ origin: (origin) => TUPLE.find((each) => each === origin) }",
  "{ origin: async (origin) => allowLater(origin), credentials: true }",
  '{ origin: flag ? (origin) => (origin.startsWith("http://localhost:") ? origin : null) : text }',
  "{ origin(origin) { return names.has(origin); } }",
  "{ async origin(origin) { return names.has(origin); }, credentials: true }",
  // Policies made once, and spread.
  "annotated",
  "{ ...annotated }",
  '{ ...annotated, origin: "https://b.com", maxAge: 60 }',
  "{ ...annotated, credentials: false }",
  "{ ...annotated, credentials: true }",
  "{ ...annotated, credentials: flag }",
  "typed",
  "{ ...typed, credentials: true }",
  "asking",
  "{ ...asking, credentials: true }",
  "widened",
  '{ ...widened, exposeHeaders: ["x-a"] }',
  "listed",
  "{ ...listed, credentials: true }",
  "constant",
  "frozen",
  "satisfied",
  "open",
  "{ ...openConstant, maxAge: 1 }",
  "normalized",
  "createCors(annotated).options",
  "new Settings()",
  "{ ...new Settings() }",
  "mine",
  "{ ...mine, credentials: true }",
  "{ origin: mine.origin, credentials: mine.credentials }",
  "{ origin: mine.origin, ...(flag ? { credentials: true } : {}) }",
  'optionsFor("test")',
  '{ ...optionsFor("live"), credentials: true }',
  'byStage.get("live") ?? { origin: "https://a.com" }',
  'flag ? { origin: "*" } : { origin: config.origins, credentials: true }',
  "flag ? annotated : widened",
  "JSON.parse(text)",
  "JSON.parse(text) as CorsOptions",
  "{ origin: anything, credentials: true }",
  // The other options.
  '{ origin: "*", credentials: false, exposeHeaders: "*" }',
  '{ origin: "*", credentials: undefined }',
  '{ origin: "https://a.com", allowMethods: ["GET"] as const, exposeHeaders: TUPLE }',
  '{ origin: "https://a.com", allowHeaders: text.split(","), credentials: true }',
  "{ origin: config.cors.origins, maxAge: config.cors.maxAge }",
  "{ origin: config.cors.origins, maxAge: Number(unset ?? 600) }",
  "{ origin: TUPLE, selfOrigins: config.origins, refuseDenied: true }",
  "{ origin: TUPLE, credentials: true, onVerdict: (verdict) => console.log(verdict.detail) }",
];

/** Every one of them is a gate, which adapters take in place of options. */
export const GATES: readonly string[] = [
  'createCors({ origin: "*" })',
  "createCors(annotated)",
  'corsByOrigin([{ origin: config.origins, credentials: true }, { origin: "*" }])',
  'corsByPath([{ path: "/a/*", origin: "*" }, { path: "*", origin: config.origins }])',
  'reportOnly(annotated, { origin: "*" }, () => {})',
];

/** None of them compiles, and the compiler has these words for the reason. */
export const REFUSED: readonly (readonly [policy: string, words: RegExp])[] = [
  ["{ origin: unset }", /originsFromReadsVariablesThatMayBeUnset/],
  ["{ origin: unset, credentials: true }", /originsFromReadsVariablesThatMayBeUnset/],
  ['{ origin: unset?.split(",") }', /originsFromReadsVariablesThatMayBeUnset/],
  ["{ origin: config.maybe?.origins }", /originsFromReadsVariablesThatMayBeUnset/],
  ['{ origin: ["https://a.com", unset] }', /originsFromReadsVariablesThatMayBeUnset/],
  ['{ origin: variables["X"] }', /originsFromReadsVariablesThatMayBeUnset/],
  ["{ origin: null }", /null/],
  ["{ origin: true }", /true|boolean/],
  ["{ origin: names }", /Set<string>/],
  ["{ origin: something }", /unknown/],
  ["{ credentials: true }", /'origin' is missing/],
  ["partial", /undefined/],
  ['byStage.get("live")', /undefined/],
  ['{ origin: "*", credentials: true }', /CredentialsNeedNamedOrigins/],
  ['{ origin: "*", credentials: flag }', /CredentialsNeedNamedOrigins/],
  ["{ ...openConstant, credentials: true }", /CredentialsNeedNamedOrigins/],
  [
    '{ origin: "*", credentials: true, onVerdict: ({ detail }) => console.log(detail) }',
    /CredentialsNeedNamedOrigins/,
  ],
  ['{ origin: TUPLE, credentials: true, exposeHeaders: "*" }', /CredentialsNeedNamedHeaders/],
  ['{ origin: () => true, credentials: flag, exposeHeaders: "*" }', /CredentialsNeedNamedHeaders/],
  ['{ origin: TUPLE, credentials: "true" }', /string/],
  ['{ origin: TUPLE, maxAge: "600" }', /string/],
  ['{ origin: TUPLE, allowMethods: "GET" }', /GET/],
  ["{ origin: () => 1 }", /number/],
  ["{ origin: (origin, callback) => callback(null, true) }", /callback|callable/],
];

/** Refused where an object is written in place; what a function returns is checked when it runs. */
export const MISNAMED: readonly (readonly [policy: string, words: RegExp])[] = [
  ['{ origin: "*", allowedHeaders: ["x-a"] }', /allowedHeaders/],
  ['{ origin: "*", methods: ["GET"] }', /methods/],
];
