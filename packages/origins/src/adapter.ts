// What an `origin` function for one kind of store is made of: `kvOrigins` is.
export { type LimitOptions, type Limits, readLimits } from "./options/limits.ts";
export { type Bounds, OptionReader } from "./options/option-reader.ts";
