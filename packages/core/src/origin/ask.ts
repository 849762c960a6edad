import type { OriginFunction } from "../options.ts";
import { report } from "../report.ts";
import type { Decision } from "../verdict/decision.ts";

/**
 * Asks a policy's function about an origin. When it throws, the gate denies the origin and reports
 * the error.
 */
export async function askOrigin<Context>(
  ask: OriginFunction<Context>,
  origin: string,
  context: Context,
  request?: Request,
): Promise<Decision> {
  try {
    const answer = await ask(origin, context, request);
    return answer === origin || answer === true;
  } catch (error) {
    report("the origin function failed", error);
    return { error };
  }
}
