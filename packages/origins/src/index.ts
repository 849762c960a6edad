export type { LimitOptions } from "./options/limits.ts";
export type { RememberedStats } from "./origin-memory.ts";
export { rememberedOrigins } from "./remembered-origins.ts";
export type {
  LookUpAnswer,
  LookUpOrigin,
  RememberedOptions,
  RememberedOrigins,
} from "./remembered-origins.ts";
