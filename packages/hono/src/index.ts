export { cors } from "./cors.ts";
export type { HonoOptions, OnErrorBelongsToTheApp, UnnamedEnv } from "./options.ts";
export type { HonoPolicy, HonoSource } from "./policy.ts";
