import { join } from "node:path";
import { ROOT } from "./workspace.ts";

const INSTALLED = join(ROOT, "packages/proof/checks/node_modules");

/** The oldest compiler that is supported, the last one in JavaScript, and the newest. */
export const COMPILERS = {
  "TypeScript 5.6": join(INSTALLED, "typescript-5.6/bin/tsc"),
  "TypeScript 5.9": join(INSTALLED, "typescript-5.9/bin/tsc"),
  "TypeScript 7": join(ROOT, "node_modules/typescript/bin/tsc"),
} as const;
