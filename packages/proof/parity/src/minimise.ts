import type { Answer, Line, Rule, Scenario, Step } from "@crossgate/browser/fixtures/scenario";

/** Tells which of these scenarios still show what is looked for. */
export type StillShows = (candidates: readonly Scenario[]) => Promise<readonly boolean[]>;

const maxRounds = 60;

/** Makes a scenario smaller as long as it still shows the same, so that it can become a fixture. */
export async function minimise(scenario: Scenario, stillShows: StillShows): Promise<Scenario> {
  let smallest = scenario;
  for (let round = 0; round < maxRounds; round += 1) {
    const candidates = reductions(smallest);
    const shows = await stillShows(candidates);
    const next = candidates.find((_, index) => shows[index]);
    if (!next) return smallest;
    smallest = next;
  }
  return smallest;
}

function reductions(scenario: Scenario): readonly Scenario[] {
  const { steps, rules } = scenario;
  const { page: _, ...asPage } = scenario;
  const { referrerPolicy: __, embedderPolicy: ___, ...plain } = scenario;
  return [
    ...(steps.length > 1 ? without(steps).map((left) => withSteps(scenario, left)) : []),
    ...(rules.length > 1 && !mentions(scenario, rules.length - 1)
      ? [{ ...scenario, rules: rules.slice(0, -1) }]
      : []),
    ...(scenario.page === undefined ? [] : [asPage]),
    ...(Object.keys(plain).length < Object.keys(scenario).length ? [plain] : []),
    ...each(steps, smallerSteps).map((smaller) => withSteps(scenario, smaller)),
    ...each(rules, smallerRules).map((smaller) => withRules(scenario, smaller)),
  ];
}

function withSteps(scenario: Scenario, steps: readonly Step[]): Scenario {
  return { ...scenario, steps };
}

function withRules(scenario: Scenario, rules: readonly Rule[]): Scenario {
  return { ...scenario, rules };
}

function withAnswer(rule: Rule, kind: "preflight" | "actual", answer: Answer): Rule {
  return { ...rule, [kind]: answer };
}

function withHeaders<Holder extends Step | Answer>(
  holder: Holder,
  headers: readonly Line[],
): Holder {
  return { ...holder, headers };
}

function mentions({ steps, rules }: Scenario, hop: number): boolean {
  const inSteps = steps.some((step) => step.hop === hop);
  return inSteps || new RegExp(`\\{(?:hop|url)${hop}\\}`).test(JSON.stringify(rules));
}

function without<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return items.map((_, index) => items.toSpliced(index, 1));
}

/** Every way to replace one item by a smaller one. */
function each<Item>(
  items: readonly Item[],
  smaller: (item: Item) => readonly Item[],
): readonly (readonly Item[])[] {
  return items.flatMap((item, index) => smaller(item).map((less) => items.with(index, less)));
}

function smallerSteps(step: Step): readonly Step[] {
  const { headers = [] } = step;
  const dropped = (
    [
      "body",
      "scheme",
      "mode",
      "credentials",
      "redirect",
      "upload",
      "after",
      "method",
      "cache",
      "integrity",
      "keepalive",
      "referrer",
      "referrerPolicy",
      "crossorigin",
    ] as const
  )
    .filter((key) => step[key] !== undefined)
    // Without its method a request with a body would be a GET, which cannot have one.
    .filter((key) => key !== "method" || step.body === undefined)
    .map((key) => {
      const { [key]: _, ...rest } = step;
      return rest;
    });
  return [...dropped, ...without(headers).map((left) => withHeaders(step, left))];
}

function smallerRules(rule: Rule): readonly Rule[] {
  return [
    ...smallerAnswers(rule.preflight).map((answer) => withAnswer(rule, "preflight", answer)),
    ...smallerAnswers(rule.actual).map((answer) => withAnswer(rule, "actual", answer)),
  ];
}

function smallerAnswers(answer: Answer): readonly Answer[] {
  const { status, headers } = answer;
  return [
    ...(status === 200 ? [] : [{ ...answer, status: 200 }]),
    ...without(headers).map((left) => withHeaders(answer, left)),
  ];
}
