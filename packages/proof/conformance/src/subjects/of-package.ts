import type { Subject } from "../subject.ts";
import { bunSubjects } from "./bun.ts";
import { cloudflareSubjects } from "./cloudflare.ts";
import { coreSubjects } from "./core.ts";
import { denoSubjects } from "./deno.ts";
import { honoSubjects } from "./hono.ts";
import { nextSubjects } from "./next.ts";
import { originsSubjects } from "./origins.ts";

const SUBJECTS: Readonly<Record<string, readonly Subject[]>> = {
  bun: bunSubjects,
  cloudflare: cloudflareSubjects,
  core: coreSubjects,
  deno: denoSubjects,
  hono: honoSubjects,
  next: nextSubjects,
  origins: originsSubjects,
};

/** The subjects of one published package, by the name of its folder. All of them run on any runtime. */
export function subjectsOf(name: string): readonly Subject[] {
  const subjects = SUBJECTS[name];
  if (!subjects) throw new Error(`no subjects of ${name}: ${Object.keys(SUBJECTS).join(", ")}`);
  return subjects;
}
