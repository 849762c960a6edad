import { createCors, type StaticCorsOptions } from "@crossgate/core";
import type { OptionsRecord } from "../../src/demo/options-text.ts";
import type { Scene } from "../scene.ts";
import { CROSSGATE } from "./crossgate.ts";
import { EXPRESS, EXPRESS_CORS } from "./express.ts";
import { NGINX } from "./nginx.ts";
import { PLAIN } from "./plain.ts";
import { planOf } from "./plan.ts";
import { FASTAPI, FLASK, FLASK_CORS } from "./python.ts";
import type { Host, Needs, Snippet } from "./snippet.ts";

export type { Snippet } from "./snippet.ts";

const HOSTS: readonly Host[] = [
  ...CROSSGATE,
  EXPRESS,
  EXPRESS_CORS,
  FLASK,
  FLASK_CORS,
  FASTAPI,
  NGINX,
  PLAIN,
];

/** The programs for a policy that `createCors` accepts, which answer a request of this method. */
export function snippetsFor(options: OptionsRecord, method: Scene["method"]): readonly Snippet[] {
  const { options: normalized } = createCors(options as unknown as StaticCorsOptions);
  const needs: Needs = { options, plan: planOf(normalized), method };
  return HOSTS.map(({ host, name, file, install, write }) => ({
    host,
    name,
    file,
    install,
    code: write(needs),
  }));
}
