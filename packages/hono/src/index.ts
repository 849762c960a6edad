export { cors } from "./cors.ts";
export type { HonoOptions, HonoPolicy, HonoSource, OnErrorBelongsToTheApp } from "./policy.ts";
