import { originProblem as problemInList } from "@crossgate/core/origin-entry";

/** Why an origin can't be a key, in core's words, with what to write instead. */
export function originProblem(origin: string): string | undefined {
  const problem = problemInList(origin);
  if (problem !== undefined) return problem;
  // Of all that a list may hold, only patterns stand for others.
  return origin.includes("*")
    ? `a pattern ${JSON.stringify(origin)}; write each origin in full, since keys hold no wildcards`
    : undefined;
}
