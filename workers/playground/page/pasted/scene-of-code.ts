import { corsCodes, type CorsCode } from "@crossgate/browser";
import { EMPTY_SCENE, type Scene } from "../scene.ts";
import { serverOfCode } from "./server-of.ts";

const BY_JSON: Partial<Scene> = {
  method: "POST",
  requestHeaders: "content-type: application/json",
  body: "{}",
};

/** What the script asks where a plain GET does not meet the error. */
const REQUESTS: Partial<Readonly<Record<CorsCode, Partial<Scene>>>> = {
  "preflight-status": BY_JSON,
  "preflight-redirect": BY_JSON,
  "method-not-allowed": { method: "PUT" },
  "header-not-allowed": { requestHeaders: "x-demo: 1" },
};

/** Errors that a server by hand can show, alike in every browser. */
const SHOWN: readonly CorsCode[] = [
  "acao-missing",
  "acao-multiple",
  "acao-invalid",
  "acao-mismatch",
  "acao-wildcard-credentials",
  "acac-missing",
  "redirect-origin-null",
  "preflight-status",
  "preflight-redirect",
  "method-not-allowed",
  "header-not-allowed",
];

/** The scene in which a page of this origin meets an error; undefined for one that is not shown. */
export function sceneOfCode(name: string, origin: string): Scene | undefined {
  const code = SHOWN.find((shown) => shown === name && Object.hasOwn(corsCodes, shown));
  if (code === undefined) return undefined;
  return { ...EMPTY_SCENE, ...REQUESTS[code], ...serverOfCode(code, "", origin) };
}
