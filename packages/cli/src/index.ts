export { explain } from "./explain/explain.ts";
export type {
  ExplainReport,
  Failed,
  Finding,
  HeaderNote,
  Note,
  Question,
  Remedy,
  Step,
  Unreachable,
} from "./explain/report.ts";
export type { ServerKind } from "./explain/server-kind.ts";
export { UsageError } from "./usage-error.ts";
