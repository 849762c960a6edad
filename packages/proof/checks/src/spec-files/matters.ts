/** A conformance case, as far as it matters here. */
export interface RuledCase {
  readonly id: string;
  readonly rules: readonly string[];
}

/** Cases that cite the same rules; a hundred payloads are one kind. */
type Kind<Case extends RuledCase> = readonly [Case, ...Case[]];

const OF_A_KIND = 6;

/** A few cases of each kind, from all over it. */
export function sample<Case extends RuledCase>(cases: readonly Case[]): readonly Case[] {
  return kindsOf(cases).flatMap((kind) => {
    const step = Math.max(1, kind.length / OF_A_KIND);
    return kind.filter((_, index) => Math.floor(index % step) === 0).slice(0, OF_A_KIND);
  });
}

/**
 * How many other rules a fault hits as hard as this one: the share of their cases that fail, where
 * each kind counts the same. Kinds that cite both rules say nothing of the other one.
 *
 * @param failed the ids of the cases that fail
 * @returns `Infinity` if no case of the rule fails
 */
export function rulesHitAsHard(
  rule: string,
  cases: readonly RuledCase[],
  failed: ReadonlySet<string>,
): number {
  const [own, foreign] = partition(kindsOf(cases), ([{ rules }]) => rules.includes(rule));
  const share = shareOf(own, failed);
  if (share === 0) return Infinity;
  const others = new Set(foreign.flatMap(([{ rules }]) => rules));
  return [...others].filter((other) => {
    const kinds = foreign.filter(([{ rules }]) => rules.includes(other));
    return shareOf(kinds, failed) >= share;
  }).length;
}

function shareOf(kinds: readonly Kind<RuledCase>[], failed: ReadonlySet<string>): number {
  const shares = kinds.map((kind) => kind.filter(({ id }) => failed.has(id)).length / kind.length);
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}

function kindsOf<Case extends RuledCase>(cases: readonly Case[]): readonly Kind<Case>[] {
  const kinds = Map.groupBy(cases, ({ rules }) => rules.toSorted().join(" "));
  return [...kinds.values()] as unknown as readonly Kind<Case>[];
}

function partition<Value>(
  values: readonly Value[],
  isFirst: (value: Value) => boolean,
): readonly [readonly Value[], readonly Value[]] {
  return [values.filter(isFirst), values.filter((value) => !isFirst(value))];
}
