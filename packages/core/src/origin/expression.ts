/** Why a RegExp can't be a policy and what to write, or `undefined` when it can. */
export function faultOf({ source, flags }: RegExp): string | undefined {
  // Without its escapes and classes, every character left is syntax.
  const syntax = source.replace(/\\.|\[(?:\\.|[^\]\\])*\]/g, "");
  if (!source.startsWith("^") || !syntax.endsWith("$") || flags.includes("m")) {
    return `it must match the whole origin: write /^…$/, and no flag "m"`;
  }
  // A quantified dot (`.*`) is visibly meant; a bare one is a forgotten escape.
  return /\.(?![*+?{])/.test(syntax)
    ? String.raw`its "." matches any character: write "\."`
    : undefined;
}

/** A copy without memory: `g` and `y` make a test start where the last one ended. */
export function forget({ source, flags }: RegExp): RegExp {
  return new RegExp(source, flags.replace(/[gy]/g, ""));
}

/** A copy that holds for the whole origin, also for `^a|b$`, where each anchor has one branch. */
export function anchor({ source, flags }: RegExp): RegExp {
  return forget(new RegExp(`^(?:${source})$`, flags));
}
