import * as v from "valibot";
import { TENANT_NAME } from "../tenant-name.ts";

/** Core asks about no origin above this. */
const LONGEST_ORIGIN = 326;
const MOST_AT_ONCE = 100;

const Origin = v.pipe(v.string(), v.nonEmpty(), v.maxBytes(LONGEST_ORIGIN));

export const TenantParam = v.object({
  tenant: v.pipe(
    v.string(),
    v.regex(TENANT_NAME, "write 1 to 63 of a-z, 0-9 and -, with no - at either end"),
  ),
});

export const AddedOrigins = v.strictObject({
  origins: v.pipe(v.array(Origin), v.minLength(1), v.maxLength(MOST_AT_ONCE)),
});

export const RemovedOrigin = v.strictObject({ origin: Origin });

/** KV lists at most 1000 keys at once. */
export const PageQuery = v.strictObject({
  limit: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,4}$/u, "write a whole number"),
      v.toNumber(),
      v.minValue(1),
      v.maxValue(1000),
    ),
    "100",
  ),
  cursor: v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(2048))),
});
