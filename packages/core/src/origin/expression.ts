/** From `^` to `$`, and between them escapes, classes, and no dot unless it is quantified. */
const WHOLE_ORIGIN = /^\^(?:\\.|\[(?:\\.|[^\]\\])*\]|\.(?=[*+?{])|[^.[\\])*\$$/;

/**
 * Whether a RegExp says where an origin starts and ends. A quantified dot (`.*`) is visibly meant; a
 * bare one is a forgotten escape.
 */
export function isAnchored({ source }: RegExp): boolean {
  return WHOLE_ORIGIN.test(source);
}

/** A copy that holds for the whole origin, also for `^a|b$`, where each anchor has one branch. */
export function anchor({ source, flags }: RegExp): RegExp {
  return new RegExp(`^(?:${source})$`, flags);
}
