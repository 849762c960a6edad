// The parts of an `origin` function for one kind of store. `kvOrigins` is made of them.
export { type LimitOptions, type Limits, readLimits } from "./options/limits.ts";
export { type Bounds, OptionReader } from "./options/option-reader.ts";
