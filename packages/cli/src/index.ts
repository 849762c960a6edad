export { audit } from "./audit/audit.ts";
export type { PayloadClass } from "./audit/payloads.ts";
export type {
  AuditCode,
  AuditFinding,
  AuditQuestion,
  AuditReport,
  Severity,
  Untested,
} from "./audit/report.ts";
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
export { lint } from "./lint/lint.ts";
export type { LintCode, LintError, LintReport, LintWarning } from "./lint/report.ts";
export { UsageError } from "./usage-error.ts";
