const deepest = 6;

/**
 * The records of an object that a query or a collector has put together. They are the first list in
 * it of which two or more members tell something by themselves.
 *
 * @param tells whether one member does
 * @returns undefined where the object is one record
 */
export function recordsIn(
  value: unknown,
  tells: (member: unknown) => boolean,
): readonly unknown[] | undefined {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth < deepest && level.length > 0; depth += 1) {
    const members = level.flatMap((each) => (isObject(each) ? Object.values(each) : []));
    for (const member of members) {
      if (!Array.isArray(member) || member.length < 2 || !member.every(isObject)) continue;
      if (member.filter(tells).length > 1) return member;
    }
    level = members;
  }
  return undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
