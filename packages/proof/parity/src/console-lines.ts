import type { Comparison } from "./compare-all.ts";

/** How the model's messages compare with the lines in Chromium's console. */
export interface ConsoleLines {
  readonly compared: number;
  readonly different: readonly { readonly model: string; readonly chromium: string }[];
}

/** Compares messages of single-step cases, whose console line can be told apart. */
export function compareConsoleLines(comparisons: readonly Comparison[]): ConsoleLines {
  const pairs = comparisons.flatMap(({ scenario, outcomes, observed, agrees }) => {
    const chromium = observed.errors?.[0]?.message;
    const model = outcomes[0]?.message;
    const isOpen = (outcomes[0]?.failedParameters.length ?? 0) > 1;
    if (scenario.steps.length !== 1 || !agrees || isOpen) return [];
    return chromium !== undefined && model !== undefined ? [{ model, chromium }] : [];
  });
  const different = pairs.filter(({ model, chromium }) => model !== chromium);
  return { compared: pairs.length, different };
}
