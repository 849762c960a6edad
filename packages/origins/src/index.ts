export type { LimitOptions } from "./options/limits.ts";
export type { RememberedStats } from "./origin-memory.ts";
export { rememberedOrigins } from "./remembered-origins.ts";
export type {
  LookUpAnswer,
  LookUpOrigin,
  RememberedOptions,
  RememberedOrigins,
} from "./remembered-origins.ts";
export type { OriginList } from "./list/create-list.ts";
export { originList } from "./list/origin-list.ts";
export type { LoadedOrigins, LoadOrigins, OriginListStats } from "./list/list-state.ts";
export type { OriginListOptions } from "./list/options.ts";
