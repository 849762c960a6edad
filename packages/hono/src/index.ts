export { cors } from "./cors.ts";
export type {
  HonoOptions,
  HonoPolicy,
  HonoSource,
  OnErrorBelongsToTheApp,
  UnnamedEnv,
} from "./policy.ts";
