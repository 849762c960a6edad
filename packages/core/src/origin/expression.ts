/** Why a RegExp can't be a policy, as a message that says what to write; `undefined` when it can. */
export function faultOf({ source, flags }: RegExp): string | undefined {
  if (!source.startsWith("^") || !/(?<!\\)(?:\\\\)*\$$/.test(source)) {
    return `must match the whole origin; write /^…$/`;
  }
  if (flags.includes("m")) return `must match the whole origin; drop the flag "m"`;
  if (hasBareDot(source, flags.includes("v")))
    return String.raw`has a "." that matches any character; write "\."`;
  return undefined;
}

/**
 * A copy of our own that holds for the whole origin, also for `^a|b$`, and has no memory: `g` and
 * `y` make every second test start where the last one ended.
 */
export function anchor(expression: RegExp): RegExp {
  return new RegExp(`^(?:${expression.source})$`, expression.flags.replace(/[gy]/g, ""));
}

/** A `.` neither escaped, nor in a class, nor quantified (`.*` is visibly meant). */
function hasBareDot(source: string, nestedClasses: boolean): boolean {
  let depth = 0;
  for (let index = 0; index < source.length; index++) {
    const char = source[index];
    if (char === "\\") index++;
    else if (char === "[") depth = nestedClasses ? depth + 1 : 1;
    else if (char === "]") depth = Math.max(0, depth - 1);
    else if (char === "." && depth === 0 && !/[*+?{]/.test(source[index + 1] ?? "")) return true;
  }
  return false;
}
