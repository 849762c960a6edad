import { createCors } from "@crossgate/core";
import { reportOnly } from "@crossgate/core/report-only";
import { application } from "../application.ts";
import { LOADS } from "../loads.ts";
import { cors, ORIGINS, POLICY } from "../policy.ts";
import { checked, type Comparison } from "../trial.ts";

const BARE = "bare handler";
/** The live policy of this section, without a candidate. */
export const ALONE = "the live gate alone";
/** What a policy looks like beside the one that shall follow it. */
export const BESIDE = "`reportOnly`, a stricter list";

/** What a second policy costs that only watches, where the pages would get the same from both. */
export function trying(): readonly Comparison[] {
  const hear = (): void => undefined;
  const stricter = createCors({ ...POLICY, origin: ORIGINS.slice(1) });
  const lists = reportOnly(cors, stricter, hear).wrap(application);
  const patterns = reportOnly(cors, { ...POLICY, origin: "https://*.myapp.com" }, hear);
  const asking = { ...POLICY, origin: (origin: string) => ORIGINS.some((each) => each === origin) };
  const functions = reportOnly(cors, asking, hear).wrap(application);
  const alone = cors.wrap(application);
  return LOADS.map(({ name, request, ...answer }) => {
    const isPreflight = name.startsWith("preflight");
    const base = isPreflight ? undefined : BARE;
    return {
      load: name,
      trials: [
        ...(isPreflight ? [] : [{ contender: BARE, work: application, requests: [request] }]),
        checked(ALONE, alone, request, answer, base),
        checked(BESIDE, lists, request, answer, base),
        checked("`reportOnly`, a pattern", patterns.wrap(application), request, answer, base),
        checked("`reportOnly`, a function", functions, request, answer, base),
      ],
    };
  });
}
