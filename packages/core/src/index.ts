export { CorsConfigError } from "./config-error.ts";
export type { ConfigIssue, ConfigIssueCode } from "./config-error.ts";
export { createCors } from "./cors.ts";
export type { AskingCors, Cors, Gate } from "./cors.ts";
export type {
  AnyOrigin,
  AskedOrigins,
  AskingCorsOptions,
  CommonOptions,
  CorsOptions,
  CredentialedOptions,
  ListedOrigins,
  NormalizedCorsOptions,
  OriginAnswer,
  OriginFunction,
  OriginList,
  OriginPattern,
  StaticCorsOptions,
  UncredentialedOptions,
} from "./options.ts";
export { originsFrom } from "./origin/origins-from.ts";
export type { Reason, Verdict } from "./verdict/verdict.ts";
export type { Guarded, HandlerResult, Wrap } from "./wrap.ts";
