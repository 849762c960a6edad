/**
 * The source of a RegExp that says where an origin starts and ends. It goes from `^` to `$`, with
 * escapes and classes between them. A dot must be quantified. A quantified dot (`.*`) is visibly
 * meant; a bare one is a forgotten escape.
 */
export const WHOLE_ORIGIN: RegExp = /^\^(?:\\.|\[(?:\\.|[^\]\\])*\]|\.(?=[*+?{])|[^.[\\])*\$$/;

/** A copy that holds for the whole origin, also for `^a|b$`, where each anchor has one branch. */
export function anchor({ source, flags }: RegExp): RegExp {
  return new RegExp(`^(?:${source})$`, flags);
}
