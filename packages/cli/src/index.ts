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
export type { Audience, Cure, Edit, Language } from "./cures/cure.ts";
export { explain } from "./explain/explain.ts";
export type {
  ExplainReport,
  Failed,
  HeaderNote,
  Question,
  Step,
  Unreachable,
} from "./explain/report.ts";
export type { AskedAs, Connection } from "./given/given.ts";
export type { CauseCode } from "./cause/cause-code.ts";
export type { Cause, Consequence, ExplainVerdict } from "./cause/explanation.ts";
export type { Warned } from "./cause/warnings.ts";
export { lint } from "./lint/lint.ts";
export type { LintQuestion } from "./lint/lint.ts";
export type { LintCode, LintError, LintReport, LintWarning } from "./lint/report.ts";
export type {
  LeftOut,
  OfferedPattern,
  SeenOrigin,
  SuggestedPolicy,
  SuggestQuestion,
  SuggestReport,
} from "./suggest/report.ts";
export type { Log } from "./suggest/log/records.ts";
export { suggest } from "./suggest/suggest.ts";
export { UsageError } from "./usage-error.ts";
