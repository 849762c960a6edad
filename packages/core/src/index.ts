export { CorsConfigError } from "./config-error.ts";
export type { ConfigIssue, ConfigIssueCode } from "./config-error.ts";
export { createCors } from "./cors.ts";
export type { AskingCors, Cors, CorsFor, Gate } from "./cors.ts";
export type { GivenOptions } from "./given-options.ts";
export type {
  AskingCorsOptions,
  CommonOptions,
  CorsOptions,
  CredentialsNeedNamedHeaders,
  CredentialsNeedNamedOrigins,
  NormalizedCorsOptions,
  OriginAnswer,
  OriginEntry,
  OriginFunction,
  OriginList,
  OriginOption,
  OriginPattern,
  PlainOptions,
  PlainStaticOptions,
  originsFromReadsVariablesThatMayBeUnset,
  StaticCorsOptions,
  WithCredentials,
  WithoutCredentials,
} from "./options.ts";
export { originsFrom } from "./origin/origins-from.ts";
export type { Reason, Verdict } from "./verdict/verdict.ts";
export type { Guarded, HandlerResult, Wrap } from "./wrap.ts";
