import { globSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./workspace.ts";

/** What the documentation needs to know of a conformance case. */
export interface CaseHead {
  readonly id: string;
  readonly rules: readonly string[];
  readonly anchor: string;
  /** The defect of another library that it would find. */
  readonly peer?: readonly [library: string, defect: string];
}

/** Every case that a file under conformance's `cases` exports, in order of its id. */
export async function loadCases(): Promise<readonly CaseHead[]> {
  const files = globSync("packages/proof/conformance/src/cases/**/*.ts", { cwd: ROOT });
  const cases = new Map<string, CaseHead>();
  for (const file of files.filter((name) => !name.endsWith(".test.ts"))) {
    const exported: object = await import(pathToFileURL(join(ROOT, file)).href);
    for (const each of Object.values(exported).flat()) if (isCase(each)) cases.set(each.id, each);
  }
  return [...cases.values()].toSorted((left, right) => left.id.localeCompare(right.id, "en"));
}

function isCase(value: unknown): value is CaseHead {
  return typeof value === "object" && value !== null && "id" in value && "rules" in value;
}
