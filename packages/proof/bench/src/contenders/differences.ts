import type { Difference } from "../contender.ts";
import type { LoadName } from "../loads.ts";

const ACTUAL: readonly LoadName[] = ["actual, allowed", "actual, denied", "without Origin"];
const NOT_ALLOWED: readonly LoadName[] = ["actual, denied", "without Origin"];
const PREFLIGHT: readonly LoadName[] = ["preflight, allowed", "preflight, denied"];
const EVERYWHERE: readonly LoadName[] = [...ACTUAL, ...PREFLIGHT];

const PERMISSIONS = {
  "access-control-allow-headers": "content-type,authorization",
  "access-control-allow-methods": "get,post,put,delete",
};
const AGE = { "access-control-max-age": "7200" };
const CREDENTIALS = { "access-control-allow-credentials": "true" };

const answersStrangers = (
  status: number,
  headers: NonNullable<Difference["headers"]>,
): Difference => ({
  because: "a preflight from a denied origin gets the response of an allowed one, without ACAO",
  loads: ["preflight, denied"],
  status,
  headers,
});
const credentialsForAll: Difference = {
  because: "ACAC stands there without ACAO",
  loads: NOT_ALLOWED,
  headers: CREDENTIALS,
};

export const OF_HONO: readonly Difference[] = [
  credentialsForAll,
  answersStrangers(204, { ...CREDENTIALS, ...PERMISSIONS, ...AGE }),
  {
    because: "`Vary: Access-Control-Request-Headers`, though the list is fixed",
    loads: PREFLIGHT,
    headers: { vary: "origin,access-control-request-headers" },
  },
];

export const OF_H3: readonly Difference[] = [
  ...OF_HONO,
  { because: "an empty ACEH", loads: ACTUAL, headers: { "access-control-expose-headers": "" } },
];

export const OF_ITTY_ROUTER: readonly Difference[] = [
  { because: "no Vary", loads: EVERYWHERE, headers: { vary: null } },
  credentialsForAll,
  {
    because: "ACAM, ACAH and ACMA on every response",
    loads: ACTUAL,
    headers: { ...PERMISSIONS, ...AGE },
  },
  answersStrangers(200, {
    "access-control-allow-credentials": "true,true",
    "access-control-allow-headers": "content-type,authorization,content-type,authorization",
    "access-control-allow-methods": "get,post,put,delete,get,post,put,delete",
    "access-control-max-age": "7200,7200",
  }),
];

export const OF_ELYSIA: readonly Difference[] = [
  { because: "an empty ACEH", loads: EVERYWHERE, headers: { "access-control-expose-headers": "" } },
  { because: "ACAM and ACAH on every response", loads: ACTUAL, headers: PERMISSIONS },
  credentialsForAll,
  answersStrangers(204, { ...CREDENTIALS, ...PERMISSIONS, ...AGE }),
];

export const OF_WHATWG_NODE: readonly Difference[] = [
  {
    because: "ACAM, ACAH and ACMA on every response",
    loads: ["actual, allowed"],
    headers: { ...PERMISSIONS, ...AGE },
  },
  {
    because: "no Vary where the origin is absent or not allowed",
    loads: [...NOT_ALLOWED, "preflight, denied"],
    headers: { vary: null },
  },
  {
    because: "204 to a preflight from an origin that is not allowed",
    loads: ["preflight, denied"],
    status: 204,
  },
];
