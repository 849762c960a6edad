import type { Subject } from "./subject.ts";
import { next } from "./subject-next.ts";
import { jvmAndRubySubjects } from "./subjects-jvm-ruby.ts";
import { nodeSubjects } from "./subjects-node.ts";
import { proxySubjects } from "./subjects-proxies.ts";
import { pythonSubjects } from "./subjects-python.ts";
import { toolSubjects } from "./subjects-tools.ts";

/** Every product that the loop runs. */
export const subjects: readonly Subject[] = [
  ...proxySubjects,
  ...nodeSubjects,
  ...pythonSubjects,
  ...jvmAndRubySubjects,
  ...toolSubjects,
  next,
];
