import type { Section } from "../trial.ts";
import { construction } from "./construction.ts";
import { contenders } from "./contenders.ts";
import { decisions } from "./decisions.ts";
import { floor } from "./floor.ts";
import { hostile } from "./hostile.ts";
import { kinds } from "./kinds.ts";
import { operations } from "./operations.ts";
import { patternRequests } from "./patterns.ts";
import { policies } from "./policies.ts";
import { responses } from "./responses.ts";
import { trying } from "./trying.ts";

/** Those with a single policy come first: code that has seen one policy is faster. */
export const SECTIONS = {
  contenders,
  floor,
  patternRequests,
  decisions,
  operations,
  responses,
  kinds,
  policies,
  trying,
  hostile,
  construction,
} satisfies Record<string, Section>;

export type SectionName = keyof typeof SECTIONS;
export const SECTION_NAMES = Object.keys(SECTIONS) as readonly SectionName[];
