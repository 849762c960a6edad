import type { CauseCode } from "crossgate/cause";
import type { ExplainReport, Question } from "crossgate";
import type { Page } from "puppeteer-core";
import type { Site } from "./site.ts";

/** What someone reported, rebuilt on the software that they had. */
export interface Report {
  readonly name: string;
  /** What runs here for it. */
  readonly on: string;
  /** Programs of the system without which it does not run. */
  readonly needs?: readonly string[];
  /** What `explain` said at commit eb8a072, and whether its advice, once followed, let the page read. */
  readonly before: {
    readonly said: string;
    readonly advised: string;
    readonly cures: boolean;
  };
  /** What it has to say; null for what was never wrong. */
  readonly cause: CauseCode | null;
  readonly rebuild: (site: Site) => Promise<Rebuilt>;
}

/** A report that runs. */
export interface Rebuilt {
  readonly question: Question;
  /** What the page does; a `fetch` of the question without it. */
  readonly ask?: (page: Page, question: Question) => Promise<string>;
  /** What is observed before; a request may be sent and closed to the page alike. @default "blocked" */
  readonly observed?: string;
  /** Follows the first cure, and says what the page asks then. */
  readonly follow?: (report: ExplainReport) => Promise<Question>;
  readonly stop: () => Promise<void>;
}

/** The first snippet of a product, or the first of all. */
export function snippetOf({ cures }: ExplainReport, product?: string): string {
  const cure = product === undefined ? cures[0] : cures.find((each) => each.product === product);
  if (cure?.snippet === undefined) throw new Error(`no snippet of ${product ?? "the first cure"}`);
  return cure.snippet;
}
